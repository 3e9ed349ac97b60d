package io.authsvcs.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Bounds the memory that all bodies together take. What counts is what has come, so that a caller who announces much, and
 * sends little, takes nothing away from others; and of each, what is over 4 KiB, so that where large ones have taken all,
 * a login still passes. {@link CallerConnections} bounds how many there can be of those.
 */
@Component
final class LargeBodies {
    /** In bytes of each body: as much as a request takes besides. */
    private static final long FREE = DataSize.ofKilobytes(4).toBytes();

    private final AtomicLong left;

    LargeBodies(EdgeSettings settings) {
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
            long more = Math.max(0, size - FREE) - taken;
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
