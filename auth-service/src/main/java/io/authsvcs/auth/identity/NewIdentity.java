package io.authsvcs.auth.identity;

import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserName;
import java.util.List;
import java.util.Optional;

/** Somebody who is about to be registered. */
public record NewIdentity(
        Subject subject,
        Optional<Email> email,
        Optional<PhoneNumber> phoneNumber,
        Optional<UserName> userName,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> company,
        List<String> roles) {

    public NewIdentity {
        if (email.isEmpty() && phoneNumber.isEmpty()) {
            throw new IllegalArgumentException("An identity needs an e-mail address or a phone number");
        }
    }
}
