package io.authsvcs.auth.credential;

import static io.authsvcs.common.InvalidSetting.require;

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
        require(
                memoryKib >= LEAST_MEMORY_KIB && iterations >= LEAST_ITERATIONS,
                "Argon2id with " + memoryKib + " KiB and " + iterations + " iterations is too weak.",
                "Set auth.hashing to at least " + LEAST_MEMORY_KIB + " KiB and " + LEAST_ITERATIONS + " iterations.");
        require(waiting > 0, "Nobody could wait for a hash.", "Set auth.hashing.waiting to 16 or so.");
    }
}
