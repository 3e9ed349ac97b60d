package io.authsvcs.auth.credential;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.authsvcs.auth.identity.NormalForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What may be set as a password: any characters, neither too short nor too long, and none that is tried first. */
@Component
public class PasswordPolicy {
    private final Set<String> common = commonPasswords();
    private final List<String> words;
    private final BreachList breachList;
    private final Guesser guesser;

    PasswordPolicy(PasswordSettings settings, BreachList breachList, Guesser guesser) {
        this.words = settings.words();
        this.breachList = breachList;
        this.guesser = guesser;
    }

    /** Why this password can't be set by anybody, as a sentence for its owner; empty where it can. Takes milliseconds. */
    public Optional<String> objection(Password password) {
        if (password.bytes() < Password.SHORTEST || password.bytes() > Password.LONGEST) {
            return Optional.of("Must be 8 to 1,024 bytes long");
        }
        if (words.stream().anyMatch(NormalForm.of(password.text())::contains)) {
            return Optional.of("Must not contain a name that this service goes by");
        }
        if (common.contains(password.text().toLowerCase(Locale.ROOT))) {
            return Optional.of(advised("Is among the most common passwords", guesser.guess(password)));
        }
        if (breachList.contains(password)) {
            return Optional.of("Is known from a breach of another service");
        }
        return Optional.of(guesser.guess(password))
                .filter(Guesser.Guess::immediate)
                .map(guess -> advised("Would be guessed at once", guess));
    }

    /** Why these people can't set it. */
    public Optional<String> objection(Password password, OwnNames names) {
        return names.areIn(password)
                ? Optional.of("Must not contain your own e-mail address, user name or phone number")
                : Optional.empty();
    }

    private static String advised(String sentence, Guesser.Guess guess) {
        return guess.advice().isEmpty() ? sentence : sentence + ". " + guess.advice();
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
