package io.authsvcs.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(OutageLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final OutageLog outages = new OutageLog(() -> now);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void manyFailuresOfOneSecondAreOneLine() {
        fail(1_000);
        now = now.plusSeconds(1);
        fail(1);

        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly(line(1), line(1_000));
    }

    private static String line(int failed) {
        return "The database is unavailable: IllegalStateException: refused (requests that failed since the last such"
                + " line: " + failed + ", the latest r0)";
    }

    @Test
    void aClockThatWasSetBackSilencesNothing() {
        fail(1);
        now = now.minus(Duration.ofHours(1));
        fail(1);

        assertThat(lines.list).hasSize(2);
    }

    private void fail(int times) {
        for (int failure = 0; failure < times; failure++) {
            outages.note("r" + failure, new RuntimeException("away", new IllegalStateException("refused")));
        }
    }
}
