package io.authsvcs.auth.token;

import static io.authsvcs.auth.token.TestJws.base64;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Good claims under a header that we don't write: keys of its own, extensions, types, names of keys. */
final class ForgedHeaders {
    private static final List<String> EXTENSIONS = List.of(
            "\"crit\":[]",
            "\"crit\":null",
            "\"crit\":\"exp\"",
            "\"crit\":[\"exp\"],\"exp\":1",
            "\"crit\":[\"exp\"]",
            "\"crit\":[\"kid\"]",
            "\"crit\":[\"b64\"],\"b64\":false",
            "\"crit\":[\"b64\"],\"b64\":true",
            "\"b64\":false",
            "\"b64\":true",
            "\"zip\":\"DEF\"",
            "\"zip\":\"GZIP\"",
            "\"zip\":\"\"",
            "\"enc\":\"A256GCM\"",
            "\"cty\":\"JWT\"",
            "\"jku\":\"\"",
            "\"x5c\":[]",
            "\"iss\":\"urn:auth\"");
    private static final List<String> TYPES = List.of(
            "null", "\"\"", "\"jwt\"", "\"JWE\"", "\"JOSE\"", "\"at+jwt\"", "\"JWT \"", "[\"JWT\"]", "5", "true", "{}");
    private static final List<String> NO_OBJECTS = List.of("", " ", "null", "[]", "5", "\"RS256\"", "{", "{}", "{]");

    private final TestJws genuine;
    private final SigningKey own;
    private final SigningKey strangers;

    ForgedHeaders(TestJws genuine, SigningKey own, SigningKey strangers) {
        this.genuine = genuine;
        this.own = own;
        this.strangers = strangers;
    }

    Stream<Forgery> all() {
        return Stream.of(keys(), names(), extensions(), types(), shapes()).flatMap(forgeries -> forgeries);
    }

    /** Keys that the token brings along, signed by whom they belong to. */
    private Stream<Forgery> keys() {
        return Stream.of(
                        "\"jwk\":" + jwk(strangers.publicKey()),
                        "\"jku\":\"https://evil.example/jwks.json\"",
                        "\"x5u\":\"https://evil.example/chain.pem\"",
                        "\"x5c\":[\"MIIB\"]",
                        "\"x5t\":\"AAAA\"",
                        "\"x5t#S256\":\"AAAA\"")
                .flatMap(member -> Stream.of(own.kid(), strangers.kid())
                        .flatMap(kid -> Stream.of(own, strangers)
                                .map(by -> new Forgery(
                                        member.substring(0, 6) + " of " + kid + " by " + by,
                                        genuine.withHeader(header(kid, "JWT", "," + member))
                                                .signed(by.privateKey())))));
    }

    private Stream<Forgery> names() {
        String kid = own.kid();
        Stream<String> members = Stream.of(
                        strangers.kid(),
                        "",
                        kid + " ",
                        " " + kid,
                        kid + "\\u0000",
                        "../" + kid,
                        kid.substring(1),
                        "' OR 1=1 --")
                .map(name -> "\"" + name + "\"");
        Stream<String> others = Stream.of("null", "5", "[\"" + kid + "\"]", "{\"kid\":\"" + kid + "\"}", "true");
        return Stream.of(
                        Stream.of(
                                new Forgery("a stranger's signature", genuine.signed(strangers.privateKey())),
                                signed("no kid", "{\"typ\":\"JWT\",\"alg\":\"RS256\"}")),
                        Stream.concat(members, others)
                                .map(name -> signed(
                                        "kid " + name, "{\"kid\":" + name + ",\"typ\":\"JWT\",\"alg\":\"RS256\"}")))
                .flatMap(forgeries -> forgeries);
    }

    private Stream<Forgery> extensions() {
        return EXTENSIONS.stream().map(member -> signed(member, header(own.kid(), "JWT", "," + member)));
    }

    private Stream<Forgery> types() {
        String start = "{\"kid\":\"" + own.kid() + "\",\"alg\":\"RS256\"";
        return Stream.concat(
                Stream.of(signed("no typ", start + "}")),
                TYPES.stream().map(type -> signed("typ " + type, start + ",\"typ\":" + type + "}")));
    }

    private Stream<Forgery> shapes() {
        String good = header(own.kid(), "JWT", "");
        return Stream.concat(
                NO_OBJECTS.stream().map(text -> signed("header " + text, text)),
                Stream.of(
                        signed("alg twice", header(own.kid(), "JWT", ",\"alg\":\"RS256\"")),
                        signed("kid twice", header(own.kid(), "JWT", ",\"kid\":\"" + own.kid() + "\"")),
                        signed("a header and more", good + "{}"),
                        signed("a byte order mark", "\uFEFF" + good),
                        signed("a header in a list", "[" + good + "]"),
                        signed("a deep header", header(own.kid(), "JWT", ",\"a\":" + "[".repeat(2_500)))));
    }

    private Forgery signed(String what, String header) {
        return new Forgery(what, genuine.withHeader(header).signed(own.privateKey()));
    }

    private static String header(String kid, String type, String further) {
        return "{\"kid\":\"" + kid + "\",\"typ\":\"" + type + "\",\"alg\":\"RS256\"" + further + "}";
    }

    private static String jwk(RSAPublicKey key) {
        byte[] modulus = key.getModulus().toByteArray();
        return "{\"kty\":\"RSA\",\"n\":\"" + base64(Arrays.copyOfRange(modulus, 1, modulus.length))
                + "\",\"e\":\"AQAB\"}";
    }
}
