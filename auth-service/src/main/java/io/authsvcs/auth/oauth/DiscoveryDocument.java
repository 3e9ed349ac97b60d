package io.authsvcs.auth.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What we offer, and where (OpenID Connect Discovery 1.0 §3, RFC 8414 §2). There is no authorization endpoint: the one
 * honest response type is the one that returns nothing.
 */
@JsonNaming(SnakeCaseStrategy.class)
record DiscoveryDocument(
        String issuer,
        String jwksUri,
        String introspectionEndpoint,
        List<String> introspectionEndpointAuthMethodsSupported,
        String revocationEndpoint,
        List<String> revocationEndpointAuthMethodsSupported,
        List<String> responseTypesSupported,
        List<String> subjectTypesSupported,
        List<String> idTokenSigningAlgValuesSupported,
        List<String> claimsSupported) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Empty where the issuer is no http(s) address without query and fragment (OpenID Connect Discovery 1.0 §3). */
    static Optional<DiscoveryDocument> of(String issuer) {
        return isAddress(issuer) ? Optional.of(at(issuer)) : Optional.empty();
    }

    private static DiscoveryDocument at(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return new DiscoveryDocument(
                issuer,
                base + "/.well-known/jwks.json",
                base + "/oauth2/introspect",
                List.of("client_secret_basic", "Bearer"),
                base + "/oauth2/revoke",
                List.of("client_secret_basic"),
                List.of("none"),
                List.of("public"),
                List.of("RS256"),
                List.of(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "jti",
                        "sid",
                        "uid",
                        "userName",
                        "firstName",
                        "lastName",
                        "roles",
                        "scope",
                        "amr"));
    }

    private static boolean isAddress(String issuer) {
        try {
            URI uri = new URI(issuer);
            return SCHEMES.contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException opaque) {
            return false;
        }
    }
}
