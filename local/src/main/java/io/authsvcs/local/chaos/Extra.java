package io.authsvcs.local.chaos;

import io.authsvcs.local.proxy.Mode;
import io.authsvcs.local.proxy.Proxy;
import java.util.Optional;

/**
 * An instance that was added for a trial.
 *
 * @param proxy through which something goes to it, or from it
 */
record Extra(String name, Optional<Proxy> proxy) {
    void switchTo(Mode mode) {
        proxy.orElseThrow().switchTo(mode);
    }

    void end() {
        proxy.ifPresent(Proxy::close);
    }
}
