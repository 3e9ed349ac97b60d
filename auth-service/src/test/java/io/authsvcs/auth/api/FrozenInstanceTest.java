package io.authsvcs.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.DatabaseProxy;
import io.authsvcs.auth.TestInstance;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * An instance is frozen at each point of each write, one after the other, with whatever it has locked: the same request to
 * another instance, under the same key, has its answer in time, and what the first wakes up to is no defect.
 */
class FrozenInstanceTest {
    /** What a client may wait for an answer after the gateway has turned to another instance. */
    private static final Duration IN_TIME = Duration.ofSeconds(2);

    private static DatabaseProxy proxy;
    private static TestInstance frozen;
    private static TestApi first;

    private final TestApi second = TestPair.other();

    @BeforeAll
    static void start() {
        proxy = DatabaseProxy.before(TestPair.DATABASE);
        frozen = TestInstance.start(proxy.url());
        first = new TestApi(frozen);
    }

    @AfterAll
    static void stop() throws Exception {
        frozen.close();
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteIsDoneElsewhereInTimeAndOnce(TestWrite write) {
        int point = 0;
        boolean held;
        do {
            point++;
            held = freeze(write, point);
        } while (held);
        assertThat(point).as("points of " + write).isGreaterThan(3);
    }

    private boolean freeze(TestWrite write, int point) {
        String where = write + " frozen at message " + point;
        TestWrite.Request request = write.prepare(second, where);
        proxy.holdAt(point);
        CompletableFuture<EntityExchangeResult<byte[]>> lost = CompletableFuture.supplyAsync(
                () -> request.sendTo(first).expectBody().returnResult());
        Awaitility.await().until(() -> proxy.isHolding() || lost.isDone());

        ResponseSpec answer = Assertions.assertTimeout(IN_TIME, () -> request.sendTo(second), where);

        request.assertDoneOnce(answer, second);
        boolean held = proxy.release();
        assertIsNoDefect(lost.join(), where);
        return held;
    }

    private static void assertIsNoDefect(EntityExchangeResult<byte[]> answer, String where) {
        assertThat(answer.getStatus().value()).as(where).isIn(200, 201, 503);
        if (answer.getStatus().value() == 503) {
            assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                    .as(where)
                    .isEqualTo("1");
        }
    }
}
