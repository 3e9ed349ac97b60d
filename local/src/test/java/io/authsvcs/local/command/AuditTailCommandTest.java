package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.administration.FakeGateway.Answer;
import io.authsvcs.local.administration.FakeTrail;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTailCommandTest {
    private static final String AUDIT = "GET /v1/admin/audit";

    private final TestAuthctl authctl;
    private final FakeTrail trail = new FakeTrail();

    AuditTailCommandTest(@TempDir Path folder) throws IOException {
        authctl = new TestAuthctl(folder);
        authctl.gateway.answering(AUDIT, trail::answer);
    }

    @AfterEach
    void close() {
        authctl.close();
    }

    @Test
    void aLineTellsWhenWhatWhoWhomFromWhereAndWhyNot() {
        trail.happened(12, 13);

        assertThat(authctl.run("audit", "tail", "--no-follow")).isZero();

        assertThat(authctl.out().lines())
                .containsExactly(
                        "2026-11-22T08:00:12.500Z  done     login            user:7 → -  127.0.0.1  r-12",
                        "2026-11-22T08:00:13.500Z  refused  login            user:7 → -  127.0.0.1  r-13"
                                + "  Invalid credentials");
    }

    @Test
    void twentyAreShownUnlessToldOtherwise() {
        for (int second = 1; second <= 30; second++) {
            trail.happened(second);
        }

        authctl.run("audit", "tail", "--no-follow");
        assertThat(authctl.out().lines()).hasSize(20);

        authctl.run("audit", "tail", "--no-follow", "-n", "3");
        assertThat(authctl.out().lines()).hasSize(23);
    }

    @Test
    void lessThanNoneMakesNoSense() {
        assertThat(authctl.run("audit", "tail", "-n", "-1")).isEqualTo(2);
    }

    @Test
    void aFilterIsSentAlong() {
        authctl.run("audit", "tail", "--no-follow", "--user", "u 1", "--action", "login");

        assertThat(authctl.gateway.asked().getFirst().query()).contains("user=u%201", "action=login", "limit=200");
    }

    @Test
    void forScriptsEachEventIsALine() {
        trail.happened(13);

        authctl.run("audit", "tail", "--no-follow", "--json");

        assertThat(authctl.out().strip())
                .isEqualTo(
                        "{\"id\":\"13\",\"at\":\"2026-11-22T08:00:13.500Z\",\"action\":\"login\",\"actor\":\"user:7\","
                                + "\"refusal\":\"Invalid credentials\",\"address\":\"127.0.0.1\",\"requestID\":\"r-13\"}");
    }

    @Test
    void aClusterThatIsAwayForAWhileIsMentionedOnceAndNothingIsMissed() {
        trail.happened(1, 10);
        AtomicInteger calls = new AtomicInteger();
        authctl.gateway.answering(AUDIT, asked -> {
            int call = calls.incrementAndGet();
            if (call == 3) {
                trail.happened(20);
            }
            return call == 2 || call == 3 ? Answer.later("1") : trail.answer(asked);
        });

        authctl.writingTo(new BrokenBy("r-20")).run("audit", "tail");

        assertThat(authctl.out().lines().map(line -> line.substring(line.lastIndexOf("r-"))))
                .containsExactly("r-01", "r-10", "r-20");
        assertThat(authctl.err().lines())
                .containsExactly("The cluster does not answer. What happens meanwhile comes when it does.");
    }

    /** A pipe whose reader leaves once it has read something. */
    private static final class BrokenBy extends Writer {
        private final StringBuilder written = new StringBuilder();
        private final String last;

        BrokenBy(String last) {
            this.last = last;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            written.append(text, offset, length);
        }

        @Override
        public void flush() throws IOException {
            if (written.indexOf(last) >= 0) {
                throw new IOException("Nobody reads any more");
            }
        }

        @Override
        public void close() {}

        @Override
        public String toString() {
            return written.toString();
        }
    }
}
