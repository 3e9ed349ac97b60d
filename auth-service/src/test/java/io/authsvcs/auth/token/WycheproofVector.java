package io.authsvcs.auth.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of the tokens that Project Wycheproof has published.
 *
 * @param name number and comment
 * @param keys those of RSA that it comes with, by their names
 * @param valid whether its publishers believe it
 */
record WycheproofVector(String name, String token, Map<String, RSAPublicKey> keys, boolean valid) {
    private static final JsonMapper JSON = new JsonMapper();

    static List<WycheproofVector> read(String file) {
        return groups(file)
                .flatMap(group -> group.get("tests").valueStream().map(test -> of(test, keys(group))))
                .toList();
    }

    static Stream<JsonNode> groups(String file) {
        try (InputStream vectors = WycheproofVector.class.getResourceAsStream("/wycheproof/" + file)) {
            return JSON.readTree(vectors).get("testGroups").valueStream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static WycheproofVector of(JsonNode test, Map<String, RSAPublicKey> keys) {
        return new WycheproofVector(
                test.get("tcId").intValue() + " " + test.get("comment").stringValue(),
                test.get("jws").stringValue(),
                keys,
                test.get("result").stringValue().equals("valid"));
    }

    private static Map<String, RSAPublicKey> keys(JsonNode group) {
        JsonNode given = group.has("public") ? group.get("public") : group.get("private");
        return (given.has("keys") ? given.get("keys").valueStream() : Stream.of(given))
                .filter(key -> key.has("n"))
                .flatMap(key ->
                        key(key).stream().map(read -> Map.entry(key.get("kid").stringValue(), read)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Empty where Java takes it for none. */
    private static Optional<RSAPublicKey> key(JsonNode jwk) {
        try {
            return Optional.of((RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk.get("n")), number(jwk.get("e")))));
        } catch (GeneralSecurityException noKey) {
            return Optional.empty();
        }
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.stringValue()));
    }
}
