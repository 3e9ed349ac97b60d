package io.authsvcs.auth.credential.form;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Makes hashes of the form that we write: {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>}. */
public final class Argon2id {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;

    private final SecureRandom random = new SecureRandom();
    private final Argon2 function;

    /** @param iterations passes over the memory */
    public Argon2id(int memoryKib, int iterations) {
        this.function = new Argon2(
                Argon2Parameters.ARGON2_id, Argon2Parameters.ARGON2_VERSION_13, memoryKib, iterations, LANES);
    }

    /**
     * @param password UTF-8
     * @param scratch of this thread
     */
    public String hash(byte[] password, Scratch scratch) {
        Octets salt = Octets.random(SALT_BYTES, random);
        Octets hash = Octets.of(function.derive(password, salt, HASH_BYTES, scratch));
        return prefix() + salt.base64() + "$" + hash.base64();
    }

    /** Of every hash that this makes, up to the salt. */
    public String prefix() {
        return "$argon2id$v=" + function.version() + "$m=" + function.memoryKib() + ",t=" + function.iterations()
                + ",p=" + function.lanes() + "$";
    }

    /** Of every hash that this makes, in characters. */
    public int length() {
        return prefix().length() + Octets.base64Length(SALT_BYTES) + 1 + Octets.base64Length(HASH_BYTES);
    }
}
