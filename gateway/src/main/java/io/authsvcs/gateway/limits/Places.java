package io.authsvcs.gateway.limits;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** How many reads may be at instances at the same time. */
@Component
public final class Places {
    private final Semaphore free;

    Places(LoadSettings settings) {
        this.free = new Semaphore(settings.most());
    }

    public boolean areTaken() {
        return free.availablePermits() == 0;
    }

    boolean tryTake() {
        return free.tryAcquire();
    }

    void giveBack() {
        free.release();
    }
}
