package io.authsvcs.auth.oauth;

import io.authsvcs.auth.http.BearerToken;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The token by which a partner says who it is: as Bearer, or as the password of Basic, whose user name is its id. */
final class PartnerCredentials {
    private static final String BASIC = "Basic ";

    private PartnerCredentials() {}

    /** Empty where there are none, or none that could be right. */
    static Optional<String> find(ServerRequest request) {
        // First, as it refuses several headers.
        return BearerToken.find(request).or(() -> basic(request));
    }

    private static Optional<String> basic(ServerRequest request) {
        return Optional.ofNullable(request.headers().firstHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .map(header -> header.substring(BASIC.length()).strip())
                .flatMap(PartnerCredentials::decode)
                .flatMap(PartnerCredentials::token);
    }

    private static Optional<String> decode(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** The password, where it is a token of whoever the user name says. */
    private static Optional<String> token(String credentials) {
        int colon = credentials.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        Optional<String> id = formDecode(credentials.substring(0, colon));
        return formDecode(credentials.substring(colon + 1))
                .filter(token -> id.filter(name -> token.startsWith(name + ".")).isPresent());
    }

    // RFC 6749 §2.3.1: both are form-encoded before they are joined.
    private static Optional<String> formDecode(String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
