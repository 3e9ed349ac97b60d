package io.authsvcs.auth.startup;

import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import io.authsvcs.common.Word;

/** What has been said of this instance: by its start-up, by an operator, and by whoever stops it. */
record Standing(boolean ready, boolean drained, boolean leaving) {
    static final Standing FIRST = new Standing(false, false, false);

    Standing asReady() {
        return new Standing(true, drained, leaving);
    }

    Standing asDrained(boolean drain) {
        return new Standing(ready, drain, leaving);
    }

    Standing asLeaving() {
        return new Standing(ready, drained, true);
    }

    Word state(boolean databaseAway) {
        if (leaving) {
            return Word.LEAVING;
        }
        if (!ready) {
            return Word.STARTING;
        }
        if (drained) {
            return Word.DRAINING;
        }
        return databaseAway ? Word.IMPAIRED : Word.UP;
    }

    /** In the registry a state of the database's is no reason to go: all instances share it. */
    InstanceStatus status() {
        if (leaving || drained) {
            return InstanceStatus.DOWN;
        }
        return ready ? InstanceStatus.UP : InstanceStatus.STARTING;
    }
}
