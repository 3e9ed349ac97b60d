package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.authsvcs.gateway.format.Outcome;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.Errors;
import io.netty.handler.codec.PrematureChannelClosureException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.channel.AbortedException;
import reactor.netty.tcp.TcpClient;

class FailureTest {
    /** Of errno.h, on Linux. */
    private static final int TOO_MANY_OPEN_FILES = 24;

    private static final int TIMED_OUT = 110;

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
    void beforeAHandshakeIsOverNothingIsSent() {
        assertThat(Failure.of(new SSLHandshakeException("unknown authority"), false))
                .hasValue(Failure.UNREACHED);
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

    @Test
    void whereNobodyListensTheConnectionIsRefused() throws IOException {
        assertThat(Failure.of(connecting(TcpClient.newConnection(), closedPort()), false))
                .hasValue(Failure.REFUSED);
    }

    @Test
    void aPortOfTheGatewaysOwnThatIsInUseIsNoFaultOfTheInstance() throws IOException {
        try (ServerSocket instance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            InetSocketAddress onePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), closedPort());
            TcpClient fromOnePort = TcpClient.newConnection()
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .bindAddress(() -> onePort);
            Connection first = connect(fromOnePort, instance.getLocalPort())
                    .blockOptional()
                    .orElseThrow();

            Throwable second = connecting(fromOnePort, instance.getLocalPort());
            first.disposeNow();

            assertThat(second).isInstanceOf(ConnectException.class);
            assertThat(Failure.of(second, false)).hasValue(Failure.CROWDED_OUT);
        }
    }

    @Test
    void whoHasNoDescriptorLeftIsCrowdedOut() {
        assumeTrue(Epoll.isAvailable());
        Throwable asNettyMakesIt = new ChannelException(Errors.newIOException("newSocketStream", -TOO_MANY_OPEN_FILES));

        assertThat(Failure.of(asNettyMakesIt, false)).hasValue(Failure.CROWDED_OUT);
    }

    @Test
    void aConnectionThatFailsInAnyOtherWayIsNoRefusal() {
        assumeTrue(Epoll.isAvailable());

        assertThatThrownBy(() -> Errors.handleConnectErrno("connect", -TIMED_OUT))
                .isInstanceOfSatisfying(
                        ConnectException.class,
                        cause -> assertThat(Failure.of(cause, false)).hasValue(Failure.UNREACHED));
    }

    @Test
    void aFaultOfOurOwnIsNoAnswerOfAnInstance() {
        assertThat(Failure.of(new IllegalArgumentException("Of our own"), false))
                .isEmpty();
        assertThat(Failure.of(new IllegalArgumentException("Of our own"), true)).isEmpty();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Mono<? extends Connection> connect(TcpClient client, int port) {
        return client.host("127.0.0.1").port(port).connect();
    }

    private static Throwable connecting(TcpClient client, int port) {
        return Objects.requireNonNull(connect(client, port)
                .materialize()
                .blockOptional()
                .orElseThrow()
                .getThrowable());
    }

    private static Outcome endAfter(Failure... failures) {
        Tries tries = new Tries(new Patience(Duration.ofSeconds(1), Duration.ZERO), Duration.ofSeconds(1), false);
        List.of(failures).forEach(tries::failed);
        return tries.end();
    }
}
