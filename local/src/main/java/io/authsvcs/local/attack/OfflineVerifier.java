package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who verifies tokens by the published keys alone, and keeps these for as long as their Cache-Control says and no
 * shorter: a key that signs before everybody could know it is found out.
 */
final class OfflineVerifier {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,9})");

    private final Function<Question, Answer> gateway;
    private final InstantSource clock;
    private Map<String, PublicKey> keys = Map.of();
    private Instant goodUntil = Instant.MIN;
    private int fetches;

    OfflineVerifier(Function<Question, Answer> gateway, InstantSource clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    enum Verdict {
        GOOD,
        UNKNOWN_KEY,
        BAD
    }

    synchronized Verdict verify(String token) {
        if (!clock.instant().isBefore(goodUntil)) {
            fetch();
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Verdict.BAD;
        }
        return Optional.ofNullable(keys.get(json(parts[0]).path("kid").asString("")))
                .map(key -> lives(parts) && isSigned(parts, key) ? Verdict.GOOD : Verdict.BAD)
                .orElse(Verdict.UNKNOWN_KEY);
    }

    private boolean lives(String[] parts) {
        return clock.instant().getEpochSecond() < json(parts[1]).path("exp").asLong(0);
    }

    /** How often the keys were fetched. */
    synchronized int fetches() {
        return fetches;
    }

    private void fetch() {
        Answer answer = gateway.apply(Question.get("/.well-known/jwks.json"));
        if (!answer.isDone()) {
            throw Fault.failed(
                    "gateway",
                    "The published keys were answered by " + answer + ".",
                    "authctl status shows who is missing.");
        }
        Map<String, PublicKey> published = new HashMap<>();
        answer.at("/keys").forEach(key -> published.put(key.path("kid").asString(""), publicKey(key)));
        keys = Map.copyOf(published);
        goodUntil = clock.instant().plus(maxAge(answer));
        fetches++;
    }

    private static Duration maxAge(Answer answer) {
        return answer.values("Cache-Control")
                .map(MAX_AGE::matcher)
                .filter(Matcher::find)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static PublicKey publicKey(JsonNode key) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
        } catch (GeneralSecurityException noKey) {
            throw Fault.failed("gateway", "A published key is none: " + noKey.getMessage(), "Look at it.");
        }
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, decoded(key.path(field).asString("")));
    }

    private static boolean isSigned(String[] parts, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            return signature.verify(decoded(parts[2]));
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        try {
            return JSON.readTree(new String(decoded(part), UTF_8));
        } catch (JacksonException garbage) {
            return JSON.createObjectNode();
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException garbage) {
            return new byte[0];
        }
    }
}
