package io.authsvcs.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaultTest {
    private final Vault vault = new Vault();

    @Test
    void whateverIsSentByTheNameOfASecretIsKept() {
        vault.saw(
                Question.post(
                                "/v1/auth/password",
                                Map.of("currentPassword", "purple monkey 9", "newPassword", "green monkey 99"))
                        .bearing("token-of-somebody"),
                answered(List.of(), ""));

        assertThat(vault.secrets())
                .containsExactlyInAnyOrder("purple monkey 9", "green monkey 99", "token-of-somebody");
    }

    @Test
    void whateverIsAnsweredByTheNameOfASecretIsKept() {
        vault.saw(
                Question.get("/"),
                answered(
                        List.of("Set-Cookie: auth_session=cookie-of-somebody; Path=/; HttpOnly"),
                        "{\"result\":{\"token\":\"token-of-somebody\",\"refreshToken\":\"refresh-of-somebody\","
                                + "\"userID\":\"not-a-secret-at-all\"}}"));

        assertThat(vault.secrets())
                .containsExactlyInAnyOrder("cookie-of-somebody", "token-of-somebody", "refresh-of-somebody");
    }

    @Test
    void everyKindOfCredentialIsKept() {
        Question question = Question.get("/")
                .with("Authorization: Bearer partner-of-somebody, User user-of-somebody")
                .with("Authorisation: bare-of-somebody")
                .with("Cookie: auth_device=device-of-somebody");
        vault.saw(question, answered(List.of(), ""));

        assertThat(vault.secrets())
                .containsExactlyInAnyOrder(
                        "partner-of-somebody", "user-of-somebody", "bare-of-somebody", "device-of-somebody");
    }

    @Test
    void whatIsShortIsAnywhereByChance() {
        vault.keep("password");

        assertThat(vault.secrets()).isEmpty();
    }

    private static Answer answered(List<String> headers, String body) {
        return new Answer(200, headers, body);
    }
}
