package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.GatheredTokens;
import io.authsvcs.common.HeaderNames;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class GatheredTokensTest {
    private final TestApi api = TestPair.one();

    @Test
    void eachLineIsWhatItsTokenAloneWouldBeAnswered() {
        String alive = token(api.register(anEmail()));
        String ended = token(api.register(anEmail()));
        api.postBearer("/v1/auth/logout", ended).expectStatus().isOk();
        List<String> tokens = List.of(alive, "x", ended, alive, "a.b.c");

        String verdicts =
                text(ask(api.raw(), String.join("\n", tokens)).expectStatus().isOk());

        assertThat(verdicts.lines())
                .containsExactlyElementsOf(tokens.stream().map(this::alone).toList());
    }

    @Test
    void asManyAsAreAgreedOnAreTakenAndNoMore() {
        ask(api.raw(), lines(GatheredTokens.MOST, "x".repeat(GatheredTokens.LONGEST)))
                .expectStatus()
                .isOk();

        ask(api.raw(), lines(GatheredTokens.MOST + 1, "x")).expectStatus().isBadRequest();
        ask(api.raw(), lines(1, "x".repeat(GatheredTokens.MOST * (GatheredTokens.LONGEST + 1) + 1)))
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void forAStrangerThereIsNoSuchCall() {
        WebTestClient stranger = api.raw()
                .mutate()
                .defaultHeaders(headers -> headers.set(HeaderNames.GATEWAY, "forged"))
                .build();

        ask(stranger, "x").expectStatus().isNotFound();
    }

    private String alone(String token) {
        return text(api.raw()
                .get()
                .uri("/v1/auth/validate")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange());
    }

    private static String text(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private static ResponseSpec ask(WebTestClient client, String text) {
        return client.post().uri(GatheredTokens.PATH).bodyValue(text).exchange();
    }

    private static String lines(int count, String line) {
        return String.join("\n", Collections.nCopies(count, line));
    }

    private static String token(JsonNode login) {
        return login.get("token").stringValue();
    }
}
