package io.authsvcs.auth.credential;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What may be set as a password: any characters, neither too short nor too long, and none that everybody tries first. */
@Component
public class PasswordPolicy {
    private final Set<String> common = commonPasswords();

    /** Why this password can't be set, as a sentence for its owner; empty where it can. */
    public Optional<String> objection(Password password) {
        if (password.bytes() < Password.SHORTEST || password.bytes() > Password.LONGEST) {
            return Optional.of("Must be 8 to 1,024 bytes long");
        }
        return common.contains(password.text().toLowerCase(Locale.ROOT))
                ? Optional.of("Is among the most common passwords")
                : Optional.empty();
    }

    private static Set<String> commonPasswords() {
        try {
            return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER
                    .load()
                    .getRankedDictionary()
                    .keySet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The list of common passwords can't be read", unreadable);
        }
    }
}
