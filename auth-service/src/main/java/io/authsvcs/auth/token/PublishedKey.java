package io.authsvcs.auth.token;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that may be met. All times are the database's.
 *
 * @param privateKey gone once the key signs no more
 * @param verifiesUntil known once its successor is
 */
record PublishedKey(
        String kid,
        RSAPublicKey publicKey,
        Optional<PrivateKey> privateKey,
        Instant signsFrom,
        Optional<Instant> verifiesUntil) {

    boolean verifiesAt(Instant moment) {
        return verifiesUntil.isEmpty() || verifiesUntil.get().isAfter(moment);
    }

    boolean signsAt(Instant moment) {
        return !signsFrom.isAfter(moment);
    }

    Optional<SigningKey> signing() {
        return privateKey.map(half -> new SigningKey(kid, publicKey, half));
    }

    @Override
    public String toString() {
        return "PublishedKey[" + kid + "]";
    }
}
