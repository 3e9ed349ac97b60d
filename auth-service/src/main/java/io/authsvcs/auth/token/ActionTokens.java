package io.authsvcs.auth.token;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tokens that are sent to somebody's address, to do one thing once. Derived, so that they are kept nowhere. */
@Component
public class ActionTokens {
    private final Map<Purpose, Derivation> derivations = new EnumMap<>(Purpose.class);

    ActionTokens(MasterKey masterKey) {
        for (Purpose purpose : Purpose.values()) {
            derivations.put(purpose, new Derivation(masterKey, "action tokens: " + purpose));
        }
    }

    /** What a token allows. */
    public enum Purpose {
        ACTIVATE,
        RESET_PASSWORD;

        /** As the database has it: {@code reset-password}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Purpose of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public String of(Purpose purpose, UUID id) {
        return derivation(purpose).token(id);
    }

    /** The id that a token of this purpose was made of, if it is one of ours. */
    public Optional<UUID> read(Purpose purpose, String token) {
        return derivation(purpose).uuid(token);
    }

    private Derivation derivation(Purpose purpose) {
        return Objects.requireNonNull(derivations.get(purpose));
    }
}
