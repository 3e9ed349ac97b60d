package io.authsvcs.gateway.edge;

import io.netty.channel.Channel;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Closes a connection at once where there are so many that one more could cost the others their memory. */
@Component
@SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for a channel to be closed.
final class CallerConnections {
    private final Semaphore left;

    CallerConnections(EdgeSettings settings) {
        this.left = new Semaphore(settings.connections());
    }

    void admit(Channel channel) {
        if (left.tryAcquire()) {
            channel.closeFuture().addListener(closed -> left.release());
        } else {
            channel.close();
        }
    }
}
