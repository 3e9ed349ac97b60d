package io.authsvcs.auth.identity;

import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserName;

/** What somebody wants to be known by from now on. */
public record ProfileChange(
        Edit<Email> email,
        Edit<PhoneNumber> phoneNumber,
        Edit<UserName> userName,
        Edit<String> firstName,
        Edit<String> lastName,
        Edit<String> company) {

    /** Whether it touches what messages are sent to, by which a password can be reset. */
    public boolean changesAddress() {
        return email.given() || phoneNumber.given();
    }
}
