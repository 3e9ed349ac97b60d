package io.authsvcs.auth.throttle;

import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Identifier.UserName;
import io.authsvcs.auth.identity.Subject;
import java.util.Optional;

/** Whose password is tried. */
public sealed interface Account {
    /** By which tries count together. */
    String name();

    /** Somebody: one account, whichever of their identifiers was typed. */
    record Known(Subject subject) implements Account {
        @Override
        public String name() {
            return "subject " + subject;
        }
    }

    /** Nobody, which no answer tells: it counts like somebody's. */
    record Unknown(Identifier identifier) implements Account {
        @Override
        public String name() {
            return switch (identifier) {
                case UserId(Subject subject) -> "user id " + subject;
                case Email email -> "email " + email.key();
                case PhoneNumber number -> "phone number " + number.e164();
                case UserName name -> "user name " + name.key();
            };
        }
    }

    /** What was typed can't be anybody's. */
    record Impossible() implements Account {
        @Override
        public String name() {
            return "nobody";
        }
    }

    /** @param typed absent where it can't be anybody's */
    static Account of(Optional<Subject> known, Optional<Identifier> typed) {
        return known.<Account>map(Known::new).or(() -> typed.map(Unknown::new)).orElseGet(Impossible::new);
    }
}
