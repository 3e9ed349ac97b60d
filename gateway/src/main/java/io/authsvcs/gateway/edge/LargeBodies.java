package io.authsvcs.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Bounds the memory that all bodies together take beyond the usual. What counts is what has come, so that a caller who
 * announces much, and sends little, takes nothing away from others.
 */
@Component
final class LargeBodies {
    private final long usual;
    private final AtomicLong left;

    LargeBodies(EdgeSettings settings) {
        this.usual = settings.bodyLimit().toBytes();
        this.left = new AtomicLong(settings.largeBodies().toBytes());
    }

    /** In bytes. */
    long left() {
        return left.get();
    }

    /** For one body, and to be ended with its request. */
    Share begin() {
        return new Share();
    }

    private boolean tryTake(long bytes) {
        return left.getAndUpdate(now -> now >= bytes ? now - bytes : now) >= bytes;
    }

    /** What one body has taken. It may be ended, by a timeout, while more of the body comes. */
    final class Share {
        private long size;
        private long taken;
        private boolean ended;

        /** @return whether there is room for so many bytes more */
        synchronized boolean grow(int bytes) {
            size += bytes;
            long more = Math.max(0, size - usual) - taken;
            if (ended || !tryTake(more)) {
                return false;
            }
            taken += more;
            return true;
        }

        synchronized void end() {
            ended = true;
            left.addAndGet(taken);
            taken = 0;
        }
    }
}
