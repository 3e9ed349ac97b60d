package io.authsvcs.gateway.observability;

import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.routing.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One line a request. */
@Component
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final String NONE = "-";

    void write(Ending ending) {
        LOG.info(
                "method={} route={} status={} ms={} request={} instance={} outcome={}",
                ending.method().orElse(NONE),
                ending.route().map(Route::label).orElse(NONE),
                ending.status(),
                ending.taken().toMillis(),
                ending.requestId(),
                ending.instance().orElse(NONE),
                ending.outcome().map(Outcome::name).orElse(NONE));
    }
}
