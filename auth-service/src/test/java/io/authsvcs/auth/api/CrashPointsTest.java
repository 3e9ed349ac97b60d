package io.authsvcs.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.DatabaseProxy;
import io.authsvcs.auth.TestInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An instance is lost at each point of each write, one after the other: the database has all of the write or nothing, and
 * the same request to another instance, under the same key, gets the outcome that the first would have had.
 */
class CrashPointsTest {
    private static DatabaseProxy proxy;
    private static TestInstance dying;
    private static TestApi first;

    private final TestApi second = TestPair.other();

    @BeforeAll
    static void start() {
        proxy = DatabaseProxy.before(TestPair.DATABASE);
        dying = TestInstance.start(proxy.url());
        first = new TestApi(dying);
    }

    @AfterAll
    static void stop() throws Exception {
        dying.close();
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteIsThereWholeOrNotAtAll(TestWrite write) {
        for (boolean lastArrives : new boolean[] {false, true}) {
            int point = 0;
            boolean cut;
            do {
                point++;
                cut = lose(write, point, lastArrives);
            } while (cut);
            assertThat(point).as("points of " + write).isGreaterThan(3);
        }
    }

    private boolean lose(TestWrite write, int point, boolean lastArrives) {
        String where = write + " lost at message " + point + (lastArrives ? ", which arrives" : "");
        TestWrite.Request request = write.prepare(second, where);
        proxy.cutAfter(point, lastArrives);
        int status = request.sendTo(first).returnResult(Void.class).getStatus().value();
        boolean cut = proxy.mend();
        assertThat(status).as(where).isIn(200, 201, 503);

        request.assertDoneOnce(request.sendTo(second), second);
        return cut;
    }
}
