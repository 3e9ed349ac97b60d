package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.administration.FakeGateway.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenCommandTest {
    private static final String LOGIN = "POST /v1/auth/login";

    private final TestAuthctl authctl;

    AdminTokenCommandTest(@TempDir Path folder) throws IOException {
        authctl = new TestAuthctl(folder);
    }

    @AfterEach
    void close() {
        authctl.close();
    }

    @Test
    void theTokenIsPrintedAndNothingElse() {
        assertThat(authctl.run("admin", "token")).isZero();

        assertThat(authctl.out().lines()).containsExactly("token-1");
    }

    @Test
    void whoHasASecondFactorBringsACodeOfIt() {
        authctl.gateway.answering(
                LOGIN,
                asked -> asked.body().contains("\"code\":\"123456\"")
                        ? Answer.of(200, "{\"token\":\"by-two-factors\"}")
                        : halfWay(false));

        assertThat(authctl.run("admin", "token", "--code", "123456")).isZero();

        assertThat(authctl.out().lines()).containsExactly("by-two-factors");
    }

    @Test
    void withoutACodeItIsToldHowToBringOne() {
        authctl.gateway.answering(LOGIN, asked -> halfWay(false));

        assertThat(authctl.run("admin", "token")).isEqualTo(1);

        assertThat(authctl.err()).contains("Second factor required").contains("authctl admin token --code CODE");
        assertThat(authctl.out()).isEmpty();
    }

    @Test
    void whoseRoleAsksForOneIsToldHowToBeginIt() {
        authctl.gateway.answering(LOGIN, asked -> halfWay(true));

        assertThat(authctl.run("admin", "token")).isEqualTo(1);

        assertThat(authctl.err()).contains("/v1/auth/second-factor").doesNotContain("opaque");
    }

    private static Answer halfWay(boolean enrolment) {
        return Answer.of(
                401,
                "{\"reason\":\"Second factor required\",\"challenge\":\"opaque\",\"enrolment\":" + enrolment + "}");
    }
}
