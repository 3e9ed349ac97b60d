package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.administration.FakeGateway.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnersCommandTest {
    private static final String PARTNER =
            "{\"id\":\"p1\",\"name\":\"shop\",\"status\":\"active\",\"createdAt\":\"2026-11-22T08:00:00Z\"}";
    private static final String ISSUED = PARTNER.replace("}", ",\"token\":\"p1.secret\"}");

    private final TestAuthctl authctl;

    PartnersCommandTest(@TempDir Path folder) throws IOException {
        authctl = new TestAuthctl(folder);
    }

    @AfterEach
    void close() {
        authctl.close();
    }

    @Test
    void aNewPartnersTokenIsShownWithTheWarningThatItIsShownOnce() {
        authctl.gateway.answering("POST /v1/admin/partners", 201, ISSUED);

        assertThat(authctl.run("partners", "create", "shop")).isZero();

        assertThat(authctl.out()).contains("Id:    p1", "Token: p1.secret", "only this once");
        assertThat(authctl.gateway.asked().getFirst().body()).isEqualTo("{\"name\":\"shop\"}");
        assertThat(authctl.gateway.asked().getFirst().header("Authorization")).isEqualTo("Bearer token-1");
    }

    @Test
    void forScriptsANewPartnerIsItsIdAndItsToken() {
        authctl.gateway.answering("POST /v1/admin/partners", 201, ISSUED);

        assertThat(authctl.run("partners", "create", "shop", "--json")).isZero();

        assertThat(authctl.out().strip()).isEqualTo("{\"id\":\"p1\",\"token\":\"p1.secret\"}");
    }

    @Test
    void aNameThatIsTakenIsASentence() {
        authctl.gateway.answering("POST /v1/admin/partners", 409, "{\"reason\":\"A partner of that name exists\"}");

        assertThat(authctl.run("partners", "create", "shop")).isEqualTo(1);

        assertThat(authctl.err()).contains("A partner of that name exists", "authctl partners list");
    }

    @Test
    void theListIsATable() {
        authctl.gateway.answering("GET /v1/admin/partners", 200, "{\"partners\":[" + PARTNER + "]}");

        authctl.run("partners", "list");

        assertThat(authctl.out()).containsPattern("ID +NAME +STATUS +CREATED\np1 +shop +active +2026-11-22T08:00:00Z");
    }

    @Test
    void forScriptsTheListIsAnObject() {
        authctl.gateway.answering("GET /v1/admin/partners", 200, "{\"partners\":[" + PARTNER + "]}");

        authctl.run("partners", "list", "--json");

        assertThat(authctl.out().replaceAll("\\s", "")).isEqualTo("{\"partners\":[" + PARTNER + "]}");
    }

    @Test
    void aListOfManyPagesIsReadToItsEnd() {
        String other = PARTNER.replace("p1", "p2");
        authctl.gateway.answering(
                "GET /v1/admin/partners",
                asked -> Answer.of(
                        200,
                        asked.query().equals("after=p1")
                                ? "{\"partners\":[" + other + "]}"
                                : "{\"partners\":[" + PARTNER + "],\"next\":\"p1\"}"));

        authctl.run("partners", "list", "--json");

        assertThat(authctl.out().replaceAll("\\s", "")).isEqualTo("{\"partners\":[" + PARTNER + "," + other + "]}");
    }

    @Test
    void withoutPartnersItTellsHowToMakeOne() {
        authctl.gateway.answering("GET /v1/admin/partners", 200, "{\"partners\":[]}");

        authctl.run("partners", "list");

        assertThat(authctl.out()).contains("authctl partners create");
    }

    @Test
    void theOverlapOfARotationIsSentInSeconds() {
        authctl.gateway.answering("POST /v1/admin/partners/p1/rotate", 200, ISSUED);

        authctl.run("partners", "rotate", "p1", "--overlap", "3600");

        assertThat(authctl.gateway.asked().getFirst().body()).isEqualTo("{\"overlap\":3600}");
        assertThat(authctl.out()).contains("good for 3600 s more", "Token: p1.secret");
    }

    @Test
    void withoutAnOverlapTheOldTokenIsDead() {
        authctl.gateway.answering("POST /v1/admin/partners/p1/rotate", 200, ISSUED);

        authctl.run("partners", "rotate", "p1", "--json");

        assertThat(authctl.gateway.asked().getFirst().body()).isEqualTo("{\"overlap\":0}");
        assertThat(authctl.out().strip()).isEqualTo("{\"id\":\"p1\",\"token\":\"p1.secret\"}");
    }

    @Test
    void disablingAndEnablingTellTheStatus() {
        authctl.gateway
                .answering("POST /v1/admin/partners/p1/disable", 200, PARTNER.replace("active", "disabled"))
                .answering("POST /v1/admin/partners/p1/enable", 200, PARTNER);

        assertThat(authctl.run("partners", "disable", "p1")).isZero();
        assertThat(authctl.run("partners", "enable", "p1", "--json")).isZero();

        assertThat(authctl.out().lines()).containsExactly("Partner shop (p1) is disabled.", PARTNER);
    }

    @Test
    void theHelpShowsHowAPartnerAsks() {
        assertThat(authctl.run("partners", "--help")).isZero();

        assertThat(authctl.out()).contains("authctl partners create shop", "/oauth2/introspect");
    }
}
