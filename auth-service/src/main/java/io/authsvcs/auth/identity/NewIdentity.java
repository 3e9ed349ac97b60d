package io.authsvcs.auth.identity;

import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserName;
import java.util.List;
import java.util.Optional;

/** Somebody who is about to be added. */
public record NewIdentity(Subject subject, Names names, List<String> roles, IdentityStatus status) {
    public NewIdentity {
        if (names.email().isEmpty() && names.phoneNumber().isEmpty()) {
            throw new IllegalArgumentException("An identity needs an e-mail address or a phone number");
        }
    }

    /** What they are to be known by. */
    public record Names(
            Optional<Email> email,
            Optional<PhoneNumber> phoneNumber,
            Optional<UserName> userName,
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> company) {
        public static Names of(Email email) {
            return new Names(
                    Optional.of(email),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
