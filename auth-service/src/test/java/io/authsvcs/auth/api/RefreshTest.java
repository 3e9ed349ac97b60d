package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

class RefreshTest {
    private final TestApi one = TestPair.one();
    private final TestApi other = TestPair.other();

    @Test
    void aRefreshTokenIsSpentForTheNextPairOfTheSameSession() {
        JsonNode first = one.register(anEmail());

        JsonNode second =
                json(other.refresh(text(first, "refreshToken")).expectStatus().isOk());

        assertThat(second.propertyNames()).containsExactly("userID", "token", "refreshToken", "expiresAt");
        assertThat(text(second, "refreshToken")).isNotEqualTo(text(first, "refreshToken"));
        assertThat(one.validate(text(second, "token")).get("sessionID"))
                .isEqualTo(one.validate(text(first, "token")).get("sessionID"));
    }

    @Test
    void aLostResponseIsHadAgainToTheLetter() {
        String spent = text(one.register(anEmail()), "refreshToken");
        JsonNode first = json(one.refresh(spent).expectStatus().isOk());

        JsonNode again = json(other.refresh(spent).expectStatus().isOk());

        assertThat(again).isEqualTo(first);
    }

    @Test
    void fiftyAtOnceAreGivenTheSameSuccessor() throws Exception {
        String token = text(one.register(anEmail()), "refreshToken");
        try (ExecutorService callers = Executors.newFixedThreadPool(50)) {
            List<String> successors = callers
                    .invokeAll(IntStream.range(0, 50)
                            .<Callable<String>>mapToObj(i -> () -> text(
                                    json((i % 2 == 0 ? one : other)
                                            .refresh(token)
                                            .expectStatus()
                                            .isOk()),
                                    "refreshToken"))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(successors).hasSize(50);
            assertThat(successors.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void aReplayAfterTheGraceEndsTheSessionEverywhere() {
        JsonNode login = one.register(anEmail());
        JsonNode next =
                json(one.refresh(text(login, "refreshToken")).expectStatus().isOk());
        letTheGracePass(login);

        refused(other.refresh(text(login, "refreshToken")), "Refresh token reused");

        for (TestApi api : List.of(one, other)) {
            for (JsonNode pair : List.of(login, next)) {
                assertThat(text(api.validate(text(pair, "token")), "reason")).isEqualTo("session revoked");
            }
            refused(api.refresh(text(next, "refreshToken")), "session revoked");
        }
    }

    @Test
    void aTokenWhoseSuccessorWasSpentHasNoGrace() {
        JsonNode login = one.register(anEmail());
        String second = text(json(one.refresh(text(login, "refreshToken"))), "refreshToken");
        one.refresh(second).expectStatus().isOk();

        refused(one.refresh(text(login, "refreshToken")), "Refresh token reused");
    }

    @Test
    void theSameRequestAgainIsNoTheftHoweverLate() {
        JsonNode login = one.register(anEmail());
        Map<String, String> body = Map.of("refreshToken", text(login, "refreshToken"));
        JsonNode first = json(one.postOnce("/v1/auth/refresh", "gateway:1", body)
                .expectStatus()
                .isOk());
        letTheGracePass(login);

        JsonNode again = json(other.postOnce("/v1/auth/refresh", "gateway:1", body)
                .expectStatus()
                .isOk());

        assertThat(again.get("refreshToken")).isEqualTo(first.get("refreshToken"));
        assertThat(one.validate(text(again, "token")).get("isValid").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "nobody's", "AAAA", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoRefreshTokenIsRefused(String token) {
        refused(one.refresh(token), "Invalid refresh token");
    }

    @Test
    void aTokenWithAnyBitChangedIsRefused() {
        String token = text(one.register(anEmail()), "refreshToken");

        Flux.range(0, token.length())
                .map(i -> token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1))
                .toStream()
                .forEach(changed -> refused(one.refresh(changed), "Invalid refresh token"));
        one.refresh(token).expectStatus().isOk();
    }

    @Test
    void anEndedSessionIsNotRefreshed() {
        JsonNode login = one.register(anEmail());
        one.postBearer("/v1/auth/logout", text(login, "token")).expectStatus().isOk();

        refused(other.refresh(text(login, "refreshToken")), "session revoked");
    }

    private static void refused(ResponseSpec response, String reason) {
        JsonNode answer = json(response.expectStatus()
                .isEqualTo(HttpStatus.UNAUTHORIZED)
                .expectHeader()
                .exists(HttpHeaders.WWW_AUTHENTICATE));
        assertThat(text(answer, "reason")).isEqualTo(reason);
    }

    /** As if eleven seconds had passed. */
    private void letTheGracePass(JsonNode login) {
        String session = text(one.validate(text(login, "token")), "sessionID");
        TestDatabase.execute(
                TestPair.DATABASE,
                "UPDATE sessions SET refreshed_at = refreshed_at - interval '11 seconds' WHERE id = '" + session + "'");
    }

    private static String text(JsonNode answer, String field) {
        return answer.get(field).stringValue();
    }
}
