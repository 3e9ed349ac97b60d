package io.authsvcs.auth.contract.altegio;

import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.PhoneNumbers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the one field in which seed 000 has phone numbers, e-mail addresses and user names. */
@Component
class LoginNames {
    private final PhoneNumbers phoneNumbers;
    private final AltegioSettings settings;

    LoginNames(PhoneNumbers phoneNumbers, AltegioSettings settings) {
        this.phoneNumbers = phoneNumbers;
        this.settings = settings;
    }

    /** Empty where it can't be anybody's. */
    Optional<Identifier> parse(String login) {
        if (login.indexOf('@') >= 0) {
            return Identifier.Email.parse(login).map(email -> email);
        }
        return login.codePoints().anyMatch(Character::isLetter)
                ? Identifier.UserName.parse(login).map(name -> name)
                : phoneNumbers.parseInternational(login, settings.phoneRegion()).map(number -> number);
    }
}
