package io.authsvcs.auth.token;

import org.springframework.stereotype.Component;

/** Secrets that have to be read again, each encrypted under the master key for what it belongs to, and for nothing else. */
@Component
public class SealedSecrets {
    private final MasterKey masterKey;

    SealedSecrets(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /** @param owner what the secret belongs to, which is authenticated with it */
    public byte[] seal(byte[] secret, String owner) {
        return masterKey.encrypt(secret, owner);
    }

    /** @throws WrongMasterKey where it was sealed under another key, or for another owner */
    public byte[] open(byte[] sealed, String owner) {
        return masterKey.decrypt(sealed, owner);
    }
}
