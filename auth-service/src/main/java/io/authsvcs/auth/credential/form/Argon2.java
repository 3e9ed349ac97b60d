package io.authsvcs.auth.credential.form;

import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The function (RFC 9106) with its cost.
 *
 * @param kind as {@link Argon2Parameters} numbers them
 * @param version 19, or 16 in hashes from before 2016
 */
record Argon2(int kind, int version, int memoryKib, int iterations, int lanes) {
    private static final int MOST_LANES = 255;
    private static final int KIB_A_MILLISECOND = 600;
    private static final Optional<NativeArgon2> NATIVE = NativeArgon2.find();

    boolean isSound() {
        return (version == Argon2Parameters.ARGON2_VERSION_10 || version == Argon2Parameters.ARGON2_VERSION_13)
                && iterations > 0
                && lanes > 0
                && lanes <= MOST_LANES
                && memoryKib >= 8 * lanes;
    }

    byte[] derive(byte[] password, Octets salt, int length, Scratch scratch) {
        return NATIVE.filter(library -> NativeArgon2.takes(this, salt))
                .map(library -> library.derive(this, password, salt, length))
                .orElseGet(() -> deriveInJava(password, salt, length, scratch));
    }

    byte[] deriveInJava(byte[] password, Octets salt, int length, Scratch scratch) {
        byte[] derived = new byte[length];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(kind)
                .withVersion(version)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt.toArray())
                .withBlockPool(scratch.blocks())
                .build());
        generator.generateBytes(password, derived);
        return derived;
    }

    Cost cost() {
        return new Cost(memoryKib, (long) memoryKib * iterations / KIB_A_MILLISECOND);
    }
}
