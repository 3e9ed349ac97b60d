package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.administration.Administration;
import io.authsvcs.local.administration.AuditEvent;
import io.authsvcs.local.administration.AuditFilter;
import io.authsvcs.local.administration.AuditFollower;
import io.authsvcs.local.administration.PartnerToken;
import io.authsvcs.local.administration.SigningKey;
import io.authsvcs.local.administration.User;
import io.authsvcs.local.administration.UserQuery;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.importing.ImportReport;
import io.authsvcs.local.importing.RefusedLines;
import io.authsvcs.local.importing.UserImport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The administrator's day, through the same doors as authctl's commands. */
@ExtendWith(SharedCluster.class)
class AdministrationIT {
    private static final int USERS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name = "it-" + UUID.randomUUID();
    private final Administration administration;
    private final Client client;

    AdministrationIT(Cluster cluster, Client client) {
        this.administration = cluster.administration();
        this.client = client;
    }

    @Test
    void aPartnerIsMadeGetsAnotherTokenAndIsDisabled() {
        PartnerToken made = administration.partners().create(name);
        PartnerToken other = administration.partners().rotate(made.id(), Duration.ZERO);

        assertThat(other.id()).isEqualTo(made.id());
        assertThat(other.token()).isNotEqualTo(made.token());
        assertThat(administration.partners().disable(made.id()).status()).isEqualTo("disabled");
        assertThat(administration.partners().list())
                .anySatisfy(partner -> assertThat(partner.name()).isEqualTo(name));
        assertThat(administration.partners().enable(made.id()).status()).isEqualTo("active");
        assertThatThrownBy(() -> administration.partners().create(name))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("A partner of that name exists");
    }

    @Test
    void aTokenFromBeforeARotationStaysGood() {
        String token = client.register(name + "@example.com").text("token");

        SigningKey made = administration.keys().rotate();

        assertThat(administration.keys().list()).extracting(SigningKey::kid).contains(made.kid());
        assertThat(client.validate(token).result().get("isValid").booleanValue())
                .isTrue();
    }

    @Test
    void manyUsersComeInOnceAndLogInWithThePasswordsThatTheyHad() {
        assertThat(imported()).isEqualTo(new ImportReport(USERS, 0, 0));
        assertThat(imported()).isEqualTo(new ImportReport(0, USERS, 0));

        assertThat(client.login(email(USERS - 1)).status()).isEqualTo(200);
        assertThat(administration.users().find(UserQuery.of(email(7).toUpperCase(Locale.ROOT))))
                .extracting(User::email)
                .containsExactly(Optional.of(email(7)));
    }

    @Test
    void theTrailTellsWhatTheAdministratorDid() {
        AuditFollower follower = administration
                .audit(new AuditFilter(Optional.empty(), Optional.of("create-partner")))
                .follower();
        follower.last(1);

        PartnerToken made = administration.partners().create(name);

        List<AuditEvent> news = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            news.addAll(follower.news().orElse(List.of()));
            return !news.isEmpty();
        });
        assertThat(news).singleElement().satisfies(event -> {
            assertThat(event.target()).contains(made.id());
            assertThat(event.actor())
                    .hasValueSatisfying(actor -> assertThat(actor).startsWith("user:"));
            assertThat(event.refusal()).isEmpty();
            assertThat(event.requestID()).isPresent();
        });
    }

    private ImportReport imported() {
        String lines = IntStream.range(0, USERS)
                .mapToObj(number -> "{\"email\":\"" + email(number) + "\",\"passwordHash\":\"{md5}" + md5() + "\"}")
                .collect(Collectors.joining("\n"));
        try (RefusedLines refused = RefusedLines.passing()) {
            return new UserImport(administration.users(), refused, bytes -> {})
                    .run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String email(int number) {
        return name + "-" + number + "@example.com";
    }

    private static String md5() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5").digest(Client.PASSWORD.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
