package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.http.Fields;

/** A password that is to be set, and its confirmation; each empty where it is missing. */
record TypedTwice(Password password, Password confirmation) {
    static final String CONFIRMATION = "confirmPassword";

    static TypedTwice read(Fields fields, Password password) {
        return new TypedTwice(password, new Password(fields.required(CONFIRMATION)));
    }

    /** What is missing has a sentence of its own. */
    boolean differ() {
        return !password.text().isEmpty() && !confirmation.text().isEmpty() && !password.equals(confirmation);
    }
}
