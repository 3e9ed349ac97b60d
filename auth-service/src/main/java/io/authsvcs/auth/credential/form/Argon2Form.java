package io.authsvcs.auth.credential.form;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2 (RFC 9106) of any kind: what we write, with whatever parameters, and what others did.
 *
 * @param kind as {@link Argon2Parameters} numbers them
 * @param version 19, or 16 in hashes from before 2016
 */
record Argon2Form(int kind, int version, int memoryKib, int iterations, int lanes, Octets salt, Octets hash)
        implements HashForm {
    private static final Map<String, Integer> KINDS = Map.of(
            "argon2d", Argon2Parameters.ARGON2_d,
            "argon2i", Argon2Parameters.ARGON2_i,
            "argon2id", Argon2Parameters.ARGON2_id);
    private static final int MOST_LANES = 255;
    private static final int KIB_A_MILLISECOND = 600;

    static Optional<HashForm> parse(PhcString phc) {
        return Optional.ofNullable(KINDS.get(phc.id()))
                .filter(kind -> phc.hasOnly("v", "m", "t", "p"))
                .map(kind -> new Argon2Form(
                        kind,
                        phc.number("v", Argon2Parameters.ARGON2_VERSION_10),
                        phc.number("m"),
                        phc.number("t"),
                        phc.number("p"),
                        phc.salt(),
                        phc.hash()))
                .filter(Argon2Form::isSound)
                .map(form -> form);
    }

    private boolean isSound() {
        return (version == Argon2Parameters.ARGON2_VERSION_10 || version == Argon2Parameters.ARGON2_VERSION_13)
                && iterations > 0
                && lanes > 0
                && lanes <= MOST_LANES
                && memoryKib >= 8 * lanes;
    }

    @Override
    public boolean matches(byte[] password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(kind)
                .withVersion(version)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt.toArray())
                .build());
        byte[] derived = new byte[hash.length()];
        generator.generateBytes(password, derived);
        return hash.are(derived);
    }

    @Override
    public Cost cost() {
        return new Cost(memoryKib, (long) memoryKib * iterations / KIB_A_MILLISECOND);
    }
}
