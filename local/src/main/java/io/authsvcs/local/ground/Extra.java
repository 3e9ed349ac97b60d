package io.authsvcs.local.ground;

import io.authsvcs.local.proxy.Mode;
import io.authsvcs.local.proxy.Proxy;
import java.util.Optional;

/**
 * An instance that was added for a trial.
 *
 * @param proxy through which something goes to it, or from it
 */
public record Extra(String name, Optional<Proxy> proxy) {
    public void switchTo(Mode mode) {
        proxy.orElseThrow().switchTo(mode);
    }

    void end() {
        proxy.ifPresent(Proxy::close);
    }
}
