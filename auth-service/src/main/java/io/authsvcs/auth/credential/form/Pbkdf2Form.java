package io.authsvcs.auth.credential.form;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** PBKDF2 (RFC 8018 §5.2) with HMAC of a digest; one without a name is SHA-1's, as passlib has it. */
record Pbkdf2Form(DigestAlgorithm algorithm, int iterations, Octets salt, Octets hash) implements HashForm {
    private static final Map<String, DigestAlgorithm> ALGORITHMS = Map.of(
            "pbkdf2", DigestAlgorithm.SHA1,
            "pbkdf2-sha1", DigestAlgorithm.SHA1,
            "pbkdf2-sha256", DigestAlgorithm.SHA256,
            "pbkdf2-sha512", DigestAlgorithm.SHA512);
    private static final int ITERATIONS_A_MILLISECOND = 1_000;

    static Optional<HashForm> parse(PhcString phc) {
        return Optional.ofNullable(ALGORITHMS.get(phc.id()))
                .filter(algorithm -> phc.hasOnly("i", "l") && phc.number("i") > 0)
                .filter(algorithm ->
                        phc.number("l", phc.hash().length()) == phc.hash().length())
                .map(algorithm -> new Pbkdf2Form(algorithm, phc.number("i"), phc.salt(), phc.hash()));
    }

    @Override
    public boolean matches(byte[] password, Scratch scratch) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(algorithm.start());
        generator.init(password, salt.toArray(), iterations);
        return hash.are(((KeyParameter) generator.generateDerivedMacParameters(8 * hash.length())).getKey());
    }

    @Override
    public Cost cost() {
        long blocks = Math.ceilDiv(hash.length(), algorithm.bytes());
        return new Cost(0, blocks * iterations / ITERATIONS_A_MILLISECOND);
    }
}
