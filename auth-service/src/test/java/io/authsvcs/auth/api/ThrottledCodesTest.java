package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.json;
import static io.authsvcs.auth.throttle.TestThrottle.anAddress;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.throttle.TestThrottle;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Codes are few, so that nobody tries many, from however many networks; and only who knows the password tries any. */
class ThrottledCodesTest {
    private static final TestApi ONE = new TestApi(TestThrottle.ONE);
    private static final TestApi OTHER = new TestApi(TestThrottle.OTHER);

    private final TestApi here = ONE.from(anAddress());
    private final TestSecondFactor ann = TestSecondFactor.active(here).rested(TestThrottle.DATABASE);

    @Test
    void noMoreThanTenWrongCodesAreLookedAtInAQuarterOfAnHourWhereverTheyComeFrom() {
        int lookedAt = 0;
        for (int minute = 0; minute < 15; minute++) {
            for (TestApi instance : new TestApi[] {ONE, OTHER}) {
                lookedAt += isLookedAt(ann.login(instance.from(anAddress()), ann.wrongCode())) ? 1 : 0;
            }
            TestThrottle.pass(Duration.ofMinutes(1));
        }

        assertThat(lookedAt).isBetween(9, 10);
    }

    @Test
    void whoHasTriedTooManyIsRefusedEvenWithARightOneAtEveryDoorThatTakesOne() {
        String challenge = ann.challenge(here);
        for (int i = 0; i < 5; i++) {
            TestSecondFactor.finish(ONE.from(anAddress()), challenge, ann.wrongCode())
                    .expectStatus()
                    .isUnauthorized();
        }

        assertTooMany(TestSecondFactor.finish(OTHER.from(anAddress()), challenge, ann.code()));
        assertTooMany(ann.login(OTHER.from(anAddress()), ann.code()));
        assertTooMany(ann.login(OTHER.from(anAddress()), ann.recoveryCodes().getFirst()));
        TestThrottle.pass(Duration.ofMinutes(3));
        TestSecondFactor.finish(OTHER, ann.challenge(here), ann.code())
                .expectStatus()
                .isOk();
    }

    @Test
    void whoDoesNotKnowThePasswordUsesNoneOfThemUp() {
        for (int i = 0; i < 8; i++) {
            ONE.from(anAddress())
                    .post(
                            "/v1/auth/login",
                            Map.of("email", ann.email(), "password", "guess " + i, "code", ann.wrongCode()))
                    .expectStatus()
                    .isUnauthorized();
            TestSecondFactor.finish(ONE.from(anAddress()), "no challenge", ann.wrongCode())
                    .expectStatus()
                    .isUnauthorized();
            TestSecondFactor.confirm(here, ann.token(), ann.wrongCode())
                    .expectStatus()
                    .isEqualTo(HttpStatus.CONFLICT);
        }

        ann.login(OTHER.from(anAddress()), ann.code()).expectStatus().isOk();
    }

    @Test
    void aRightPasswordWithoutACodeIsNoTryAndForgivesNone() {
        for (int i = 0; i < 4; i++) {
            ann.login(here, ann.wrongCode()).expectStatus().isUnauthorized();
        }
        for (int i = 0; i < 12; i++) {
            assertThat(json(ann.knock(here).expectStatus().isUnauthorized())
                            .get("reason")
                            .stringValue())
                    .isEqualTo("Second factor required");
        }

        assertThat(isLookedAt(ann.login(here, ann.wrongCode()))).as("the fifth").isTrue();
        assertThat(isLookedAt(ann.login(here, ann.wrongCode()))).as("the sixth").isFalse();
    }

    @Test
    void whoIsRightIsGivenTheirTryBack() {
        for (int i = 0; i < 7; i++) {
            ann.rested(TestThrottle.DATABASE)
                    .login(here, ann.code())
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void anAddressFromWhichPasswordsAreTriedWithoutEndTriesNoMoreCodesThanOthers() {
        TestApi exempt = ONE.from("203.0.113.9");
        for (int i = 0; i < 5; i++) {
            ann.login(exempt, ann.wrongCode()).expectStatus().isUnauthorized();
        }

        assertTooMany(ann.login(exempt, ann.code()));
    }

    private static boolean isLookedAt(ResponseSpec answer) {
        HttpStatus status =
                HttpStatus.valueOf(answer.returnResult(Void.class).getStatus().value());
        assertThat(status).isIn(HttpStatus.UNAUTHORIZED, HttpStatus.TOO_MANY_REQUESTS);
        return status == HttpStatus.UNAUTHORIZED;
    }

    private static void assertTooMany(ResponseSpec answer) {
        assertThat(json(answer.expectStatus()
                                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                                .expectHeader()
                                .valueMatches(HttpHeaders.RETRY_AFTER, "[1-9]\\d{0,2}"))
                        .toString())
                .isEqualTo("{\"reason\":\"Too many requests.\"}");
    }
}
