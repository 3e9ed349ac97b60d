package io.authsvcs.auth.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Hooks;

/**
 * What fails when nobody waits for it any more, as the end of a transaction whose request was given up: a line each. Reactor
 * would log a stack trace, and with it the statement that failed.
 */
@Component
final class DroppedErrors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DroppedErrors.class);

    DroppedErrors() {
        Hooks.onErrorDropped(DroppedErrors::tell);
    }

    private static void tell(Throwable failure) {
        LOG.warn(
                "Something failed after its request had ended: {}",
                failure.getClass().getSimpleName());
    }

    @Override
    public void close() {
        Hooks.resetOnErrorDropped();
    }
}
