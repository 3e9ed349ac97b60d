package io.authsvcs.auth.credential.form;

import java.util.Optional;

/** A hashed password with all that it takes to try one. */
public sealed interface HashForm permits Argon2Form, BcryptForm, DigestForm, Pbkdf2Form, ScryptForm {
    /** In characters; well beyond what any of the systems writes. */
    int LONGEST = 1024;

    /** Reads what we or another system wrote; empty where it is of none of the forms. */
    static Optional<HashForm> parse(String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : DigestForm.parse(text)
                        .or(() -> BcryptForm.parse(text))
                        .or(() -> PhcString.parse(text).flatMap(HashForm::parse));
    }

    private static Optional<HashForm> parse(PhcString phc) {
        return Argon2Form.parse(phc).or(() -> ScryptForm.parse(phc)).or(() -> Pbkdf2Form.parse(phc));
    }

    /**
     * Whether this is the password behind the hash, compared in constant time.
     *
     * @param password UTF-8
     * @param scratch of this thread
     */
    boolean matches(byte[] password, Scratch scratch);

    /** What trying a password takes. */
    Cost cost();
}
