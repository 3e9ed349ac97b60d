package io.authsvcs.auth.contract;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.throttle.TestThrottle.anAddress;

import io.authsvcs.auth.admin.TestPartners;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.throttle.TestThrottle;
import io.authsvcs.common.Contract;
import io.authsvcs.common.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** No door is weaker than another: they count together, and each says so in its own words. */
class ThrottledDoorsTest {
    private static final TestApi API = new TestApi(TestThrottle.ONE);
    private static final TestApi OTHER = new TestApi(TestThrottle.OTHER);
    private static final String PARTNER =
            new TestPartners(API.from(anAddress())).create().get("token").stringValue();
    private static final String SENTENCE = "Too many requests.";

    private final String email = anEmail();
    private final String address = anAddress();

    @ParameterizedTest
    @EnumSource
    void whoHasGuessedTooOftenIsRefusedEvenWithTheRightPassword(TestDoor door) {
        API.from(anAddress()).register(email);

        guessFiveTimes(door, email);

        assertRefused(door, door.knock(API.from(address), PARTNER, email, PASSWORD));
        door.knock(API.from(anAddress()), PARTNER, email, PASSWORD)
                .expectStatus()
                .is2xxSuccessful();
    }

    @ParameterizedTest
    @EnumSource
    void somebodyUnknownIsRefusedLikeSomebodyKnown(TestDoor door) {
        guessFiveTimes(door, email);

        assertRefused(door, door.knock(API.from(address), PARTNER, email, PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasGuessedAtOneDoorCountsAtAll(TestDoor door) {
        API.from(anAddress()).register(email);
        guessFiveTimes(TestDoor.CANONICAL, email);

        assertRefused(door, door.knock(OTHER.from(address), PARTNER, email, PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsRightCountsForNothing(TestDoor door) {
        API.from(anAddress()).register(email);

        for (int i = 0; i < 12; i++) {
            door.knock(API.from(address), PARTNER, email, PASSWORD)
                    .expectStatus()
                    .is2xxSuccessful();
        }
    }

    private void guessFiveTimes(TestDoor door, String whose) {
        for (int i = 0; i < 5; i++) {
            door.knock(API.from(address), PARTNER, whose, "guess " + i + " of " + whose)
                    .expectStatus()
                    .isUnauthorized();
        }
    }

    private static void assertRefused(TestDoor door, ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .valueMatches(HttpHeaders.RETRY_AFTER, "[1-9]\\d{0,2}")
                .expectBody()
                .json(new JsonMapper().writeValueAsString(error(door)));
    }

    private static Object error(TestDoor door) {
        return Contract.find(door.name().toLowerCase(Locale.ROOT))
                .map(contract -> contract.error(Status.TOO_MANY_REQUESTS, SENTENCE, List.of()))
                .orElse(Map.of("reason", SENTENCE));
    }
}
