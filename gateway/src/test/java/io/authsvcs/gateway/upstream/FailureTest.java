package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.gateway.format.Outcome;
import io.netty.handler.codec.PrematureChannelClosureException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.netty.channel.AbortedException;

class FailureTest {
    @Test
    void aConnectionFoundClosedHasSentNothing() {
        assertThat(Failure.of(AbortedException.beforeSend(), false)).hasValue(Failure.UNSENT);
    }

    @Test
    void aConnectionClosedWhileSendingMayHaveSentAll() {
        AbortedException whileSending = new AbortedException(new ClosedChannelException());

        assertThat(Failure.of(whileSending, false)).hasValue(Failure.UNANSWERED);
        assertThat(Failure.of(whileSending, true)).hasValue(Failure.CUT_OFF);
    }

    @Test
    void theEndTellsWhatTheTriesHaveMet() {
        assertThat(endAfter()).isEqualTo(Outcome.NO_INSTANCE);
        assertThat(endAfter(Failure.REFUSED)).isEqualTo(Outcome.NO_INSTANCE);
        assertThat(endAfter(Failure.REFUSED, Failure.NOT_READY)).isEqualTo(Outcome.NO_INSTANCE);
        assertThat(endAfter(Failure.REFUSED, Failure.UNSENT)).isEqualTo(Outcome.NO_ANSWER);
        assertThat(endAfter(Failure.CUT_OFF, Failure.REFUSED)).isEqualTo(Outcome.INVALID_ANSWER);
        assertThat(endAfter(Failure.CROWDED_OUT, Failure.REFUSED)).isEqualTo(Outcome.OVERLOADED);
    }

    @Test
    void aConnectionThatEndsWithinTheHeadOfAnAnswerIsALostOne() {
        Throwable cut = new PrematureChannelClosureException("Connection closed before received headers");

        assertThat(Failure.of(cut, false)).contains(Failure.UNANSWERED);
        assertThat(Failure.of(cut, true)).contains(Failure.CUT_OFF);
    }

    private static Outcome endAfter(Failure... failures) {
        Tries tries = new Tries(Duration.ofSeconds(1), Duration.ofSeconds(1), false);
        List.of(failures).forEach(tries::failed);
        return tries.end();
    }
}
