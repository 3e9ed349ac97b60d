package io.authsvcs.gateway.upstream;

import io.authsvcs.gateway.format.Outcome;
import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpObjectDecoder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** How a try at an instance can fail, from nothing was sent to half an answer came. */
enum Failure {
    /** Nobody listens there: the host itself has said so. */
    REFUSED(Outcome.NO_INSTANCE),
    /** The instance itself said that it isn't ready, and has done nothing. */
    NOT_READY(Outcome.NO_INSTANCE),
    /** No connection, and no word why. */
    UNREACHED(Outcome.NO_ANSWER),
    /** The gateway has no connection to spare for this instance, or no port or descriptor for one. */
    CROWDED_OUT(Outcome.OVERLOADED),
    /** The connection was lost before anything was sent. */
    UNSENT(Outcome.NO_ANSWER),
    /** The connection was lost before an answer began. */
    UNANSWERED(Outcome.NO_ANSWER),
    /** The connection was lost within an answer. */
    CUT_OFF(Outcome.INVALID_ANSWER),
    /** The request's time is over. */
    LATE(Outcome.LATE_ANSWER),
    /** It has taken so long that another instance is tried, for which the budget has been asked. */
    GIVEN_UP(Outcome.LATE_ANSWER),
    /** What came is not an answer. */
    INVALID(Outcome.INVALID_ANSWER),
    /** The instance has answered that it failed. */
    FAULTY(Outcome.INVALID_ANSWER),
    /** The instance has answered that it can't at present. */
    BUSY(Outcome.NO_ANSWER);

    /** An instance had no work with them, or the work has been paid for. */
    private static final Set<Failure> FREE = EnumSet.of(REFUSED, NOT_READY, UNREACHED, CROWDED_OUT, UNSENT, GIVEN_UP);

    /**
     * Those that show nothing of how it works: it can't be had, of which contact and word tell, or has its hands full, or
     * its database is away, of which it tells by itself.
     */
    private static final Set<Failure> INNOCENT = EnumSet.of(REFUSED, NOT_READY, UNREACHED, CROWDED_OUT, BUSY);

    /** How the C library calls it, which no type of an exception does. */
    private static final Pattern NOBODY_LISTENS = Pattern.compile("Connection refused");

    /** That this process has run out of ports, or of descriptors. */
    private static final Pattern RUN_OUT =
            Pattern.compile("Can(no|')t assign requested address|Too many open files|No buffer space available");

    private final Outcome outcome;

    Failure(Outcome outcome) {
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Whether the request may go elsewhere without asking the budget. */
    boolean isFree() {
        return FREE.contains(this);
    }

    /** Whether the instance's circuit has to know. */
    boolean countsAgainstIt() {
        return !INNOCENT.contains(this);
    }

    /** The failure that an answer of this status tells of. */
    static Optional<Failure> of(int status) {
        return switch (status) {
            case 503 -> Optional.of(BUSY);
            default -> status >= 500 ? Optional.of(FAULTY) : Optional.empty();
        };
    }

    /** The failure behind an exception, unless that is none of an instance's. */
    static Optional<Failure> of(Throwable cause, boolean answerHasBegun) {
        if (tells(cause, RUN_OUT)) {
            return Optional.of(CROWDED_OUT);
        }
        return Optional.ofNullable(
                switch (cause) {
                    case NotReady _ -> NOT_READY;
                    case ConnectTimeoutException _, NoRouteToHostException _, UnknownHostException _ -> UNREACHED;
                    case ConnectException _ -> tells(cause, NOBODY_LISTENS) ? REFUSED : UNREACHED;
                    // Before anything else is said.
                    case SSLHandshakeException _ -> UNREACHED;
                    case PoolAcquirePendingLimitException _, PoolAcquireTimeoutException _ -> CROWDED_OUT;
                    case TimeoutException _ -> LATE;
                    case InvalidAnswer _, DataBufferLimitException _, DecoderException _ -> INVALID;
                    case IllegalArgumentException _ when isOfAnAnswer(cause) -> INVALID;
                    // Without a cause, reactor-netty has found the connection closed and tried nothing on it.
                    case AbortedException aborted when aborted.getCause() == null -> UNSENT;
                    case AbortedException _, PrematureChannelClosureException _, IOException _ ->
                        answerHasBegun ? CUT_OFF : UNANSWERED;
                    default -> null;
                });
    }

    private static boolean tells(Throwable cause, Pattern words) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if ((one instanceof IOException || one instanceof ChannelException)
                    && words.matcher(String.valueOf(one.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }

    /** So Netty says that a line of the answer is not HTTP; from anywhere else, it is a fault of our own. */
    private static boolean isOfAnAnswer(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(HttpObjectDecoder.class.getName()));
    }
}
