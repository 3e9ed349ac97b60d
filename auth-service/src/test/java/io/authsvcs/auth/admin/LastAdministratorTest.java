package io.authsvcs.auth.admin;

import static io.authsvcs.auth.admin.TestUsers.id;
import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.flow.Administrator;
import io.authsvcs.auth.flow.ChangeStatus;
import io.authsvcs.auth.flow.SetRoles;
import io.authsvcs.auth.flow.StatusChange;
import io.authsvcs.auth.flow.UserChange;
import io.authsvcs.auth.identity.Subject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two instances of their own, as nobody else may be an administrator here. */
class LastAdministratorTest {
    private static final String DATABASE = TestDatabase.create();
    private static final TestInstance ONE = TestInstance.start(DATABASE);
    private static final TestInstance OTHER = TestInstance.start(DATABASE);
    private static final String FIRST =
            TestDatabase.ask(DATABASE, "SELECT id FROM identities WHERE 'admin' = ANY (roles)");

    private final TestUsers users = new TestUsers(new TestApi(ONE));

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void theLastAdministratorStaysWhateverIsTried() {
        int before = refusals();
        for (ResponseSpec response :
                List.of(users.post(FIRST, "disable"), users.delete(FIRST), users.setRoles(FIRST, List.of("user")))) {
            assertThat(json(response.expectStatus().isEqualTo(HttpStatus.CONFLICT))
                            .toString())
                    .isEqualTo("{\"reason\":\"The last administrator must stay\"}");
        }
        assertThat(refusals() - before).isEqualTo(3);
        users.setRoles(FIRST, List.of("admin", "user")).expectStatus().isOk();
    }

    @Test
    void anAdministratorWhoCannotLogInDoesNotCount() {
        String disabled = anAdministrator();
        users.post(disabled, "disable").expectStatus().isOk();

        users.post(FIRST, "disable").expectStatus().isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void ofTwoWhoPutEachOtherOutAtOnceOneStays() {
        String second = anAdministrator();
        for (int round = 0; round < 30; round++) {
            StatusChange change = round % 2 == 0 ? StatusChange.DISABLE : StatusChange.DELETE;

            List<UserChange> ends = Flux.merge(
                            ONE.bean(ChangeStatus.class).change(subject(second), change, by(FIRST)),
                            round % 3 == 0
                                    ? demote(FIRST, second)
                                    : OTHER.bean(ChangeStatus.class).change(subject(FIRST), change, by(second)))
                    .collectList()
                    .blockOptional()
                    .orElseThrow();

            assertThat(ends).filteredOn(UserChange.Done.class::isInstance).hasSize(1);
            assertThat(ends).contains(new UserChange.Forbidden(UserChange.LAST_ADMINISTRATOR));
            assertThat(administrators()).isEqualTo("1");
            TestDatabase.execute(
                    DATABASE,
                    "UPDATE identities SET status = 'active', roles = '{user,admin}' WHERE id IN ('" + FIRST + "', '"
                            + second + "')");
        }
        TestDatabase.execute(DATABASE, "UPDATE identities SET roles = '{user}' WHERE id = '" + second + "'");
    }

    private static int refusals() {
        return Integer.parseInt(TestDatabase.ask(
                DATABASE, "SELECT count(*) FROM audit_events WHERE refusal = 'The last administrator must stay'"));
    }

    private static Mono<UserChange> demote(String user, String by) {
        return OTHER.bean(SetRoles.class).set(subject(user), List.of("user"), by(by));
    }

    private String anAdministrator() {
        return id(json(
                users.create(Map.of("email", anEmail(), "password", PASSWORD, "roles", List.of("user", "admin")))));
    }

    private static String administrators() {
        return TestDatabase.ask(
                DATABASE, "SELECT count(*) FROM identities WHERE status = 'active' AND 'admin' = ANY (roles)");
    }

    private static Administrator by(String id) {
        return new Administrator(subject(id), Caller.itself("test"));
    }

    private static Subject subject(String id) {
        return new Subject(UUID.fromString(id));
    }
}
