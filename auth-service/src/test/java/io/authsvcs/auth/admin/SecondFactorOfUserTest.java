package io.authsvcs.auth.admin;

import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.auth.api.TestSecondFactor;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What an administrator does for whoever has lost their authenticator. */
class SecondFactorOfUserTest {
    private static final TestUsers USERS = new TestUsers(TestPair.one());
    private static final TestApi OTHER = TestPair.other();

    private final TestSecondFactor ann = TestSecondFactor.active(TestPair.one());

    @Test
    void itIsInTheRecord() {
        assertThat(hasOne(USERS.show(ann.userID()))).isTrue();
        assertThat(hasOne(USERS.show(TestUsers.id(USERS.create())))).isFalse();
    }

    @Test
    void itIsTakenAwayAndEverySessionEnds() {
        String challenge = ann.challenge(OTHER);

        assertThat(hasOne(USERS.resetSecondFactor(ann.userID()))).isFalse();

        assertThat(OTHER.validate(ann.token()).get("reason").stringValue()).isEqualTo("session revoked");
        OTHER.refresh(ann.refreshToken()).expectStatus().isUnauthorized();
        TestSecondFactor.finish(OTHER, challenge, ann.nextCode()).expectStatus().isUnauthorized();
        OTHER.login(ann.email());
        assertThat(events()).startsWith("1 user:");
    }

    @Test
    void whereThereIsNoneNothingHappens() {
        JsonNode user = USERS.create();
        JsonNode session = OTHER.login(TestUsers.email(user));

        assertThat(hasOne(USERS.resetSecondFactor(TestUsers.id(user)))).isFalse();

        assertThat(OTHER.validate(session.get("token").stringValue())
                        .get("isValid")
                        .booleanValue())
                .isTrue();
        USERS.resetSecondFactor("019abcde-0000-7000-8000-000000000000")
                .expectStatus()
                .isNotFound();
    }

    /** Else whoever has an administrator's token for a moment would be rid of it. */
    @Test
    void anAdministratorDoesNotTakeAwayTheirOwn() {
        String own = json(OTHER.getBearer("/v1/auth/me", TestPartners.administrator(OTHER)))
                .get("userID")
                .stringValue();

        assertThat(json(USERS.resetSecondFactor(own).expectStatus().isEqualTo(HttpStatus.CONFLICT))
                        .get("reason")
                        .stringValue())
                .startsWith("Your own second factor");
    }

    private String events() {
        return TestDatabase.ask(
                TestPair.DATABASE,
                "SELECT count(*) || ' ' || min(actor) FROM audit_events WHERE action = 'reset-second-factor'"
                        + " AND subject = '" + ann.userID() + "'");
    }

    private static boolean hasOne(ResponseSpec answer) {
        return json(answer.expectStatus().isOk()).get("secondFactor").booleanValue();
    }
}
