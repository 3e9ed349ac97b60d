package io.authsvcs.auth.startup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The credentials that gateways, registries and instances share (Basic, RFC 7617). */
@Component
class RegistryCredentials {
    private static final String BASIC = "Basic ";

    private final RegistrySettings settings;

    RegistryCredentials(RegistrySettings settings) {
        this.settings = settings;
    }

    /** @param authorizations every {@code Authorization} header of a request: one is right, or none */
    boolean areIn(List<String> authorizations) {
        return authorizations.size() == 1
                && decode(authorizations.getFirst())
                        // In a time that depends on the length of what came alone.
                        .filter(given -> MessageDigest.isEqual(given, expected()))
                        .isPresent();
    }

    private byte[] expected() {
        return (settings.username() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> decode(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
