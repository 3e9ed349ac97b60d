package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.throttle.TestThrottle.anAddress;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.throttle.TestThrottle;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Strangers who guess a password keep its owner out neither where they are known, nor for long where they aren't. */
class KnownDeviceTest {
    private static final TestApi API = new TestApi(TestThrottle.ONE);

    private final String email = anEmail();
    private final String address = anAddress();

    @BeforeEach
    void register() {
        API.from(anAddress()).register(email);
    }

    @Test
    void aLoginIsToldACookieToComeAgainWith() {
        assertThat(setCookie(login(API.from(address), email, PASSWORD)))
                .matches("auth_device=[\\w-]{64}; Path=/; Max-Age=15552000; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void whoHasItKeepsIt() {
        String cookie = cookie(login(API.from(address), email, PASSWORD));

        assertThat(cookie(login(API.from(address).with(HttpHeaders.COOKIE, cookie), email, PASSWORD)))
                .isEqualTo(cookie);
    }

    @Test
    void whoHasAnothersIsGivenTheirOwn() {
        String other = anEmail();
        API.from(anAddress()).register(other);
        String cookie = cookie(login(API.from(address), other, PASSWORD));

        for (String unfit : new String[] {cookie, cookie.substring(0, 40), "auth_device=", "auth_device=%00"}) {
            assertThat(cookie(login(API.from(address).with(HttpHeaders.COOKIE, unfit), email, PASSWORD)))
                    .isNotEqualTo(unfit);
        }
    }

    @Test
    void whoIsWrongIsGivenNone() {
        login(API.from(address), email, "a guess")
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE);
    }

    @Test
    void theOwnerIsInAtOnceOnAKnownDeviceWhileStrangersGuess() {
        TestApi owner = API.from(address).with(HttpHeaders.COOKIE, cookie(login(API.from(address), email, PASSWORD)));

        guessFromEverywhere();
        for (int i = 0; i < 6; i++) {
            login(API.from(address), email, "guess here " + i);
        }

        login(API.from(address), email, PASSWORD).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        login(owner, email, PASSWORD).expectStatus().isOk();
    }

    @Test
    void theOwnerIsInWithinHalfAMinuteFromANewDevice() {
        guessFromEverywhere();
        TestApi owner = API.from(address);

        Duration wait = Duration.ofSeconds(Long.parseLong(Objects.requireNonNull(login(owner, email, PASSWORD)
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.RETRY_AFTER))));
        assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(15));
        guessFromEverywhere();
        TestThrottle.pass(wait);

        login(owner, email, PASSWORD).expectStatus().isOk();
    }

    private void guessFromEverywhere() {
        for (int i = 0; i < 32; i++) {
            login(API.from(anAddress()), email, "guess from elsewhere " + i);
        }
    }

    private static ResponseSpec login(TestApi api, String email, String password) {
        return api.post("/v1/auth/login", Map.of("email", email, "password", password));
    }

    private static String cookie(ResponseSpec answer) {
        String set = setCookie(answer);
        return set.substring(0, set.indexOf(';'));
    }

    private static String setCookie(ResponseSpec answer) {
        HttpHeaders headers =
                answer.expectStatus().isOk().returnResult(Void.class).getResponseHeaders();
        return Objects.requireNonNull(headers.getFirst(HttpHeaders.SET_COOKIE), "no cookie");
    }
}
