package io.authsvcs.auth;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much work something is, where a clock would depend on the machine. */
public final class Memory {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Memory() {}

    /** In bytes, once everything is loaded. */
    public static long allocatedBy(Runnable work) {
        work.run();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
