package io.authsvcs.auth.startup;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leaving without losing a request: say DOWN first, go on serving until the gateways have seen it, and only then let the
 * server finish what is under way and the lease be cancelled.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class GracefulLeave implements ApplicationListener<ContextClosedEvent> {
    private static final Logger log = LoggerFactory.getLogger(GracefulLeave.class);

    private final ApplicationContext context;
    private final Availability availability;
    private final Duration pause;

    GracefulLeave(ApplicationContext context, Availability availability, RegistrySettings settings) {
        this.context = context;
        this.availability = availability;
        this.pause = settings.leavePause();
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (!event.getApplicationContext().equals(context)) {
            return; // the actuator's own, which closes after ours
        }
        if (availability.leave()) {
            log.info("Leaving: serving for {} ms more, until the gateways have looked away", pause.toMillis());
            waitUntil(System.nanoTime() + pause.toNanos());
        }
        availability.end();
    }

    private static void waitUntil(long deadline) {
        for (long left = pauseLeft(deadline); left > 0; left = pauseLeft(deadline)) {
            LockSupport.parkNanos(left);
        }
    }

    private static long pauseLeft(long deadline) {
        return deadline - System.nanoTime();
    }
}
