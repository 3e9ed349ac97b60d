package io.authsvcs.auth.startup;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import org.springframework.stereotype.Component;

/** This instance's entry in the registry. */
@Component
class Lease {
    private final ApplicationInfoManager registryEntry;

    Lease(ApplicationInfoManager registryEntry) {
        this.registryEntry = registryEntry;
    }

    /** From now on gateways send requests. */
    void up() {
        registryEntry.setInstanceStatus(InstanceStatus.UP);
    }

    /** From now on gateways send no new requests, once they have seen it. */
    void down() {
        registryEntry.setInstanceStatus(InstanceStatus.DOWN);
    }
}
