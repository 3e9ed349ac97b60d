package io.authsvcs.local.report;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;

/**
 * On what, and when.
 *
 * @param memoryMiB of the machine
 * @param product its version
 */
public record Environment(Instant at, int cores, long memoryMiB, String system, String java, String product) {
    private static final int MEBIBYTE = 1 << 20;

    public static Environment here(String product, InstantSource clock) {
        return new Environment(
                clock.instant(),
                Runtime.getRuntime().availableProcessors(),
                memory() / MEBIBYTE,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                product);
    }

    /** For people: one line. */
    public String text() {
        return at + ", auth-svcs " + product + ", " + cores + " cores, " + memoryMiB + " MiB, " + system + ", " + java
                + "; cluster, PostgreSQL and clients on this one machine.";
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 0;
    }
}
