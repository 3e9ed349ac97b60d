package io.authsvcs.auth.token;

import io.authsvcs.auth.idempotency.IdempotencyKey;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Secrets of which only a hash is kept, yet which the repetition of the request that they were made for gets once more:
 * they follow from that whole request, which is kept nowhere, under the master key.
 */
@Component
public class RequestSecrets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<Purpose, Derivation> derivations = new EnumMap<>(Purpose.class);

    RequestSecrets(MasterKey masterKey) {
        for (Purpose purpose : Purpose.values()) {
            derivations.put(purpose, new Derivation(masterKey, "request secrets: " + purpose));
        }
    }

    /** What a secret is for: one request may need several. */
    public enum Purpose {
        PARTNER_ID,
        PARTNER_TOKEN,
        RECOVERY_CODES
    }

    /** 32 bytes that nobody can guess; others at each call where the request has no key. */
    public byte[] next(Purpose purpose, Optional<IdempotencyKey> key) {
        return key.map(present -> derivation(purpose).mac(present.digest())).orElseGet(this::random);
    }

    private byte[] random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private Derivation derivation(Purpose purpose) {
        return Objects.requireNonNull(derivations.get(purpose));
    }
}
