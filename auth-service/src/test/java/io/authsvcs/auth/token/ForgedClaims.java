package io.authsvcs.auth.token;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Claims that we don't write, under a good header and by our own key: a leaked key, or a mistake of a later version. */
final class ForgedClaims {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TEXTS = List.of("iss", "sub", "aud", "jti", "sid");
    private static final List<String> MOMENTS = List.of("exp", "iat");
    private static final List<String> NO_TEXTS =
            List.of("null", "\"\"", "5", "true", "[]", "{}", "[5]", "{\"a\":\"b\"}");
    private static final List<String> NO_MOMENTS = List.of("null", "\"\"", "\"soon\"", "true", "[]", "{}", "[5]");
    private static final List<String> NO_OBJECTS = List.of(
            "",
            " ",
            "null",
            "[]",
            "5",
            "\"sub\"",
            "{",
            "{}",
            "{]",
            "{\"sub\"}",
            "{} x",
            "\u0000",
            "{\"a\":" + "[".repeat(2_500));

    private final TestJws genuine;
    private final SigningKey own;
    private final Map<String, String> claims;

    ForgedClaims(TestJws genuine, SigningKey own) {
        this.genuine = genuine;
        this.own = own;
        this.claims = new TreeMap<>();
        JsonNode payload = JSON.readTree(genuine.payload());
        payload.propertyNames()
                .forEach(name -> claims.put(name, payload.get(name).toString()));
    }

    /** What all of them are but for one thing, and good: that the others are refused says something. */
    String good() {
        return signed(claims);
    }

    Stream<Forgery> all() {
        return Stream.of(missing(), mistyped(), foreign(), shapes()).flatMap(forgeries -> forgeries);
    }

    private Stream<Forgery> missing() {
        return Stream.concat(TEXTS.stream(), MOMENTS.stream()).map(name -> {
            Map<String, String> fewer = new TreeMap<>(claims);
            fewer.remove(name);
            return new Forgery("no " + name, signed(fewer));
        });
    }

    private Stream<Forgery> mistyped() {
        return Stream.concat(
                TEXTS.stream().flatMap(name -> NO_TEXTS.stream().map(value -> with(name, value))),
                MOMENTS.stream().flatMap(name -> NO_MOMENTS.stream().map(value -> with(name, value))));
    }

    private Stream<Forgery> foreign() {
        return Stream.of(
                with("iss", "\"urn:other\""),
                with("iss", "\"URN:AUTH\""),
                with("iss", "[\"urn:auth\"]"),
                with("aud", "\"other\""),
                with("aud", "[\"other\",\"another\"]"),
                with("aud", "\"auth-svcs,other\""),
                with("sub", "\"somebody\""),
                with("sub", "\"1-1-1-1-1\""),
                with("sid", "\"a session\""),
                with("sid", "\"1-1-1-1-1\""),
                with("sid", "\"" + UUID.randomUUID() + "0\""),
                with("nbf", "99999999999"));
    }

    private Stream<Forgery> shapes() {
        String twice = genuine.payload().replaceFirst("\\{", "{\"sid\":" + claims.get("sid") + ",");
        return Stream.concat(NO_OBJECTS.stream(), Stream.of(twice))
                .map(text -> new Forgery(
                        "payload " + text.substring(0, Math.min(text.length(), 20)),
                        genuine.withPayload(text).signed(own.privateKey())));
    }

    private Forgery with(String name, String value) {
        Map<String, String> other = new TreeMap<>(claims);
        other.put(name, value);
        return new Forgery(name + " " + value, signed(other));
    }

    private String signed(Map<String, String> members) {
        String payload = members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return genuine.withPayload(payload).signed(own.privateKey());
    }
}
