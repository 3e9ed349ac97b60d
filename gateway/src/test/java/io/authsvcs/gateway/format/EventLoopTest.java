package io.authsvcs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.Channel;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

class EventLoopTest {
    private final io.netty.channel.EventLoop executor = new DefaultEventLoop();
    private Channel channel = registered(executor);
    private final Connection connection = () -> channel;
    private final EventLoop loop = EventLoop.of(connection);
    private final Mono<Boolean> isInLoop = Mono.fromSupplier(executor::inEventLoop);

    @AfterEach
    void stop() {
        executor.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void whatComesFromAnotherThreadRunsInTheLoop() {
        assertThat(loop.run(isInLoop).block()).isTrue();
    }

    @Test
    void whatIsInTheLoopRunsAtOnce() throws Exception {
        assertThat(executor.submit(() -> loop.run(isInLoop).toFuture().isDone()).get())
                .isTrue();
    }

    @Test
    void theLoopIsKnownAfterTheConnectionWasClosed() {
        channel = new LocalChannel();
        assertThatThrownBy(() -> EventLoop.of(connection)).isInstanceOf(IllegalStateException.class);

        assertThat(loop.run(isInLoop).block()).isTrue();
    }

    private static Channel registered(EventLoopGroup group) {
        return group.register(new LocalChannel()).syncUninterruptibly().channel();
    }
}
