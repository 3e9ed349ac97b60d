package io.authsvcs.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PeersTest {
    private final int first = TestRegistry.freePort();
    private final int second = TestRegistry.freePort();

    @Test
    void whatOneLearnsTheOtherKnows() {
        try (var one = start(first)) {
            one.register("before-its-peer");
            try (var other = start(second)) {
                assertThat(other.find("before-its-peer")).isEqualTo(200);

                one.register("told-to-one");
                other.register("told-to-the-other");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> other.find("told-to-one") == 200 && one.find("told-to-the-other") == 200);

                one.cancel("told-to-the-other");
                await().atMost(Duration.ofSeconds(30)).until(() -> other.find("told-to-the-other") == 404);
            }
        }
    }

    /** Every peer has the same list, its own URL in it. */
    private TestRegistry start(int port) {
        return TestRegistry.start(
                "--registry.port=" + port,
                "--registry.peers=http://localhost:%d/eureka/,http://localhost:%d/eureka".formatted(first, second));
    }
}
