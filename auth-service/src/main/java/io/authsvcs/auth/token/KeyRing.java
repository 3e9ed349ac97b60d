package io.authsvcs.auth.token;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The signing keys as this instance last read them: each verifies, the newest signs. */
@Component
class KeyRing {
    private volatile List<SigningKey> keys = List.of();

    /** @param keys the oldest first */
    void replace(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
    }

    SigningKey current() {
        return all().getLast();
    }

    Optional<RSAPublicKey> findPublicKey(String kid) {
        return all().stream()
                .filter(key -> key.kid().equals(kid))
                .map(SigningKey::publicKey)
                .findFirst();
    }

    /** @throws Fault before the first time: without keys, a good token would be taken for a forged one */
    List<SigningKey> all() {
        List<SigningKey> now = keys;
        if (now.isEmpty()) {
            throw new Fault(FaultCode.STARTING);
        }
        return now;
    }
}
