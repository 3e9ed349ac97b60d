package io.authsvcs.gateway.edge;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * How this gateway leaves: whoever asks for its health hears that it is down, and every answer asks its caller to come
 * back on another connection, so that when it stops listening nobody is about to send on one of its own.
 */
@Component
public final class Leave implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Leave.class);

    private final ApplicationContext context;
    private final Duration pause;
    private volatile boolean begun;

    Leave(ApplicationContext context, EdgeSettings settings) {
        this.context = context;
        this.pause = settings.leavePause();
    }

    public boolean hasBegun() {
        return begun;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        // The actuator has a context of its own.
        if (event.getApplicationContext().equals(context) && !begun) {
            begun = true;
            LOG.info("Leaving: serving for {} ms more, until callers have looked away", pause.toMillis());
            waitFor(pause);
        }
    }

    private static void waitFor(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
