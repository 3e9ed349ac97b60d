package io.authsvcs.auth.startup;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import org.springframework.stereotype.Component;

/** This instance's entry in the registry. */
@Component
class Lease {
    private final ApplicationInfoManager registryEntry;
    private boolean announced;
    private boolean left;

    Lease(ApplicationInfoManager registryEntry) {
        this.registryEntry = registryEntry;
    }

    /** From now on gateways send requests, unless this instance is leaving already. */
    synchronized void up() {
        if (!left) {
            announced = true;
            registryEntry.setInstanceStatus(InstanceStatus.UP);
        }
    }

    /**
     * From now on gateways send no new requests, once they have seen it.
     *
     * @return whether they may have been sending any
     */
    synchronized boolean leave() {
        left = true;
        registryEntry.setInstanceStatus(InstanceStatus.DOWN);
        return announced;
    }
}
