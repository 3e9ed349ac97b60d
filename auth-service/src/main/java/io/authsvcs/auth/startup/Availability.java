package io.authsvcs.auth.startup;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo;
import io.authsvcs.auth.persistence.Presence;
import io.authsvcs.common.Word;
import org.springframework.stereotype.Component;

/** Keeps what this instance is to the gateways, which ask it themselves, and tells its entry in the registry. */
@Component
class Availability {
    private final ApplicationInfoManager registryEntry;
    private final Presence database;
    private volatile Standing standing = Standing.FIRST;
    private volatile boolean over;

    Availability(ApplicationInfoManager registryEntry, Presence database) {
        this.registryEntry = registryEntry;
        this.database = database;
    }

    /** As the registry knows it. */
    String id() {
        return registryEntry.getInfo().getInstanceId();
    }

    /** What the registry calls all that are like this one. */
    String application() {
        return registryEntry.getInfo().getAppName();
    }

    /** Where the registry says that it is, as {@code host:port}. */
    String address() {
        InstanceInfo entry = registryEntry.getInfo();
        boolean secure = entry.isPortEnabled(InstanceInfo.PortType.SECURE);
        return entry.getHostName() + ":" + (secure ? entry.getSecurePort() : entry.getPort());
    }

    Word state() {
        return standing.state(database.isAway());
    }

    /** From now on gateways send requests, unless this instance is drained or leaving. */
    synchronized void ready() {
        become(standing.asReady());
    }

    /** From now on gateways send no new requests, once they have seen it, until {@link #undrain} or another process. */
    synchronized void drain() {
        become(standing.asDrained(true));
    }

    synchronized void undrain() {
        become(standing.asDrained(false));
    }

    /**
     * As {@link #drain}, for good.
     *
     * @return whether gateways may have been sending any
     */
    synchronized boolean leave() {
        become(standing.asLeaving());
        return standing.ready();
    }

    /** The gateways have looked away: what is under way is finished, and that is all. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    private void become(Standing next) {
        standing = next;
        registryEntry.setInstanceStatus(next.status());
    }
}
