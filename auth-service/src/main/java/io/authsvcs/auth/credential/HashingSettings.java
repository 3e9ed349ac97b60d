package io.authsvcs.auth.credential;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Argon2id's cost (RFC 9106) and the lane in which it is paid.
 *
 * @param memoryKib KiB a hash
 * @param iterations passes over the memory
 * @param waiting how many may wait for a free core before the next one is refused
 */
@ConfigurationProperties("auth.hashing")
public record HashingSettings(int memoryKib, int iterations, int waiting) {
    // OWASP's password storage cheat sheet: the least that still resists.
    private static final int LEAST_MEMORY_KIB = 19456;
    private static final int LEAST_ITERATIONS = 2;

    public HashingSettings {
        if (memoryKib < LEAST_MEMORY_KIB || iterations < LEAST_ITERATIONS) {
            throw new IllegalArgumentException("auth.hashing must be at least " + LEAST_MEMORY_KIB + " KiB and "
                    + LEAST_ITERATIONS + " iterations, not " + memoryKib + " and " + iterations);
        }
        if (waiting < 1) {
            throw new IllegalArgumentException("auth.hashing.waiting must be at least 1, not " + waiting);
        }
    }
}
