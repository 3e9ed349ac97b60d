package io.authsvcs.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody else's: keeps the published keys for as long as Cache-Control allows, and asks for none before. */
public final class OfflineVerifier implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keySet;
    private Map<String, PublicKey> keys = Map.of();
    private long keptUntil = System.nanoTime();

    public OfflineVerifier(TestInstance instance) {
        this.keySet = URI.create(instance.url() + "/.well-known/jwks.json");
    }

    public synchronized boolean believes(String token) throws GeneralSecurityException {
        if (System.nanoTime() - keptUntil >= 0) {
            fetch();
        }
        String[] parts = token.split("\\.", -1);
        String kid = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]))
                .get("kid")
                .stringValue();
        return keys.containsKey(kid) && isSigned(parts, keys.get(kid));
    }

    private void fetch() throws GeneralSecurityException {
        HttpResponse<byte[]> answer = send();
        Map<String, PublicKey> fetched = new HashMap<>();
        for (JsonNode key : JSON.readTree(answer.body()).get("keys")) {
            fetched.put(key.get("kid").stringValue(), read(key));
        }
        Matcher maxAge =
                MAX_AGE.matcher(answer.headers().firstValue("Cache-Control").orElse(""));
        // By its own clock from when the answer came (RFC 9111 §4.2.3, without an Age header).
        keptUntil = System.nanoTime() + (maxAge.find() ? Long.parseLong(maxAge.group(1)) : 0) * 1_000_000_000L;
        keys = fetched;
    }

    private HttpResponse<byte[]> send() {
        try {
            return http.send(HttpRequest.newBuilder(keySet).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static PublicKey read(JsonNode key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }

    private static BigInteger number(JsonNode key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(member).stringValue()));
    }

    private static boolean isSigned(String[] parts, PublicKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    @Override
    public void close() {
        http.close();
    }
}
