package io.authsvcs.auth.token;

import java.util.Optional;

/** A key as a row has it: its private half encrypted, and gone once it signs no more. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it only travels to and from a row.
record StoredKey(String kid, byte[] publicKey, Optional<byte[]> encryptedPrivateKey) {
    @Override
    public String toString() {
        return "StoredKey[" + kid + "]";
    }
}
