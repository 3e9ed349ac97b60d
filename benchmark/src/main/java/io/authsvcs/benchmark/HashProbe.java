package io.authsvcs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Prints how many microseconds of processor time one password hash takes where nothing else is done: no login can be
 * cheaper. It is the library of an instance, at its parameters.
 */
final class HashProbe {
    static final int MEMORY_KIB = 19_456;
    static final int ITERATIONS = 2;

    private static final int WARM_UP = 40;
    private static final int HASHES = 40;

    private static final byte[] PASSWORD = "purple monkey dishwasher".getBytes(UTF_8);
    private static final byte[] SALT = "sixteen bytes of".getBytes(UTF_8);

    private final Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);

    public static void main(String[] arguments) {
        HashProbe probe = new HashProbe();
        probe.hash(WARM_UP);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        probe.hash(HASHES);
        System.out.println((threads.getCurrentThreadCpuTime() - before) / 1_000 / HASHES);
    }

    private void hash(int count) {
        for (int i = 0; i < count; i++) {
            hash();
        }
    }

    byte[] hash() {
        return argon2.rawHash(ITERATIONS, MEMORY_KIB, 1, PASSWORD, SALT);
    }
}
