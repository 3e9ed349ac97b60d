package io.authsvcs.auth.credential.form;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;

/**
 * One digest of the password, or of the password and a salt, behind a scheme in braces as LDAP has it (RFC 2307 §5.3;
 * the salted ones as OpenLDAP writes them: the digest, then the salt).
 *
 * @param salt empty where there is none
 */
record DigestForm(DigestAlgorithm algorithm, Octets hash, Octets salt) implements HashForm {
    private static final Map<String, DigestAlgorithm> PLAIN = Map.of(
            "md5", DigestAlgorithm.MD5,
            "sha", DigestAlgorithm.SHA1,
            "sha1", DigestAlgorithm.SHA1,
            "sha256", DigestAlgorithm.SHA256,
            "sha512", DigestAlgorithm.SHA512);
    private static final Map<String, DigestAlgorithm> SALTED = Map.of(
            "smd5", DigestAlgorithm.MD5,
            "ssha", DigestAlgorithm.SHA1,
            "ssha256", DigestAlgorithm.SHA256,
            "ssha512", DigestAlgorithm.SHA512);

    static Optional<HashForm> parse(String text) {
        int end = text.indexOf('}');
        return text.startsWith("{") && end > 0
                ? parse(text.substring(1, end).toLowerCase(Locale.ROOT), text.substring(end + 1))
                : Optional.empty();
    }

    private static Optional<HashForm> parse(String scheme, String encoded) {
        return Optional.ofNullable(PLAIN.get(scheme))
                .flatMap(algorithm -> plain(algorithm, encoded))
                .or(() -> Optional.ofNullable(SALTED.get(scheme)).flatMap(algorithm -> salted(algorithm, encoded)));
    }

    private static Optional<HashForm> plain(DigestAlgorithm algorithm, String encoded) {
        Optional<Octets> octets =
                encoded.length() == 2 * algorithm.bytes() ? Octets.ofHex(encoded) : Octets.ofBase64(encoded);
        return octets.filter(hash -> hash.length() == algorithm.bytes())
                .map(hash -> new DigestForm(algorithm, hash, hash.after(hash.length())));
    }

    private static Optional<HashForm> salted(DigestAlgorithm algorithm, String encoded) {
        return Octets.ofBase64(encoded)
                .filter(octets -> octets.length() > algorithm.bytes())
                .map(octets ->
                        new DigestForm(algorithm, octets.first(algorithm.bytes()), octets.after(algorithm.bytes())));
    }

    @Override
    public boolean matches(byte[] password, Scratch scratch) {
        Digest digest = algorithm.start();
        digest.update(password, 0, password.length);
        digest.update(salt.toArray(), 0, salt.length());
        byte[] digested = new byte[digest.getDigestSize()];
        digest.doFinal(digested, 0);
        return hash.are(digested);
    }

    @Override
    public Cost cost() {
        return Cost.NEXT_TO_NOTHING;
    }
}
