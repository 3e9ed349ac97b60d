package io.authsvcs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Prints how many microseconds of processor time one password hash takes where nothing else is done: no login can be
 * cheaper. It is the function of an instance, at its parameters, in memory that is kept as there.
 */
final class HashProbe {
    static final int MEMORY_KIB = 19_456;
    static final int ITERATIONS = 2;

    private static final int WARM_UP = 40;
    private static final int HASHES = 40;
    private static final int HASH_BYTES = 32;

    private final BlockPool blocks = new FixedBlockPool(MEMORY_KIB);

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
        byte[] hash = new byte[HASH_BYTES];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(ITERATIONS)
                .withParallelism(1)
                .withSalt("sixteen bytes of".getBytes(UTF_8))
                .withBlockPool(blocks)
                .build());
        generator.generateBytes("purple monkey dishwasher".getBytes(UTF_8), hash);
        return hash;
    }
}
