package io.authsvcs.auth.token;

import static io.authsvcs.auth.token.TestJws.base64;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jsonwebtoken.Jwts;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A good token, spelt otherwise: altered, padded, cut, joined, wrapped. */
final class ForgedSpellings {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> BLANKS = List.of(" ", "\t", "\n", "\r\n", "\u0000", "\u00a0", "\u200b", "\uFEFF");

    private final String genuine;
    private final SigningKey own;
    private final String head;
    private final String claims;
    private final String signature;

    ForgedSpellings(String genuine, SigningKey own) {
        String[] parts = genuine.split("\\.", -1);
        this.genuine = genuine;
        this.own = own;
        this.head = parts[0];
        this.claims = parts[1];
        this.signature = parts[2];
    }

    Stream<Forgery> all() {
        return Stream.of(altered(), unusedBits(), blanks(), appended(), dots(), wrapped(), large())
                .flatMap(forgeries -> forgeries);
    }

    private Stream<Forgery> altered() {
        return IntStream.range(0, genuine.length())
                .filter(at -> at % 17 == 0 && genuine.charAt(at) != '.')
                .mapToObj(at -> new Forgery("another character at " + at, changed(genuine, at, 32)));
    }

    /** The last character of each part: some of its bits may mean nothing (RFC 4648 §3.5). */
    private Stream<Forgery> unusedBits() {
        return Stream.of(head.length(), head.length() + 1 + claims.length(), genuine.length())
                .flatMap(end -> IntStream.of(1, 2, 3, 4, 8, 15, 16, 32)
                        .mapToObj(bits ->
                                new Forgery("bits " + bits + " before " + end, changed(genuine, end - 1, bits))));
    }

    private Stream<Forgery> blanks() {
        return BLANKS.stream()
                .flatMap(blank -> Stream.of(
                        blank + genuine,
                        genuine + blank,
                        head + blank + "." + claims + "." + signature,
                        head + "." + blank + claims + "." + signature,
                        head + "." + claims + "." + signature.substring(0, 9) + blank + signature.substring(9)))
                .map(token -> new Forgery("a blank among " + token.length(), token));
    }

    private Stream<Forgery> appended() {
        return Stream.of(
                        genuine + "=",
                        genuine + "==",
                        genuine + "x",
                        genuine + "%",
                        genuine + "%00",
                        genuine + "AAAA",
                        genuine + "," + genuine,
                        "Bearer " + genuine,
                        "x" + genuine,
                        head + "=." + claims + "." + signature,
                        head + "." + claims + "=." + signature,
                        head + "." + claims + "==." + signature,
                        head + "." + claims + "." + signature.substring(1),
                        head + "." + claims + "." + signature.substring(0, signature.length() - 1),
                        head + "." + claims + "." + signature.substring(0, signature.length() - 4),
                        head + "." + claims + "." + signature + signature,
                        head + "." + claims + "." + signature.replace('-', '+').replace('_', '/') + "==",
                        head + "." + claims + ".AAAA" + signature,
                        head + "." + claims + "." + "A".repeat(signature.length()))
                .map(token -> new Forgery("spelt as " + token.length(), token));
    }

    private Stream<Forgery> dots() {
        return Stream.of(
                        "",
                        ".",
                        "..",
                        "...",
                        "....",
                        head,
                        head + "." + claims,
                        head + "." + claims + ".",
                        head + ".." + signature,
                        "." + claims + "." + signature,
                        "." + genuine,
                        genuine + ".",
                        genuine + "." + signature,
                        head + "." + genuine,
                        genuine + ".." + signature,
                        genuine + "." + genuine,
                        genuine.replace(".", ""),
                        genuine.replace('.', ':'),
                        genuine.replace(".", "%2E"),
                        genuine.replace('.', '\u3002'),
                        genuine.replace('.', '\uff0e'))
                .map(token -> new Forgery("dots of " + token.length(), token));
    }

    /** Another serialization, encrypted, and one within another. */
    private Stream<Forgery> wrapped() {
        String nested = "{\"kid\":\"" + own.kid() + "\",\"typ\":\"JWT\",\"alg\":\"RS256\",\"cty\":\"JWT\"}";
        String members = "\"protected\":\"" + head + "\",\"signature\":\"" + signature + "\"";
        return Stream.of(
                new Forgery("JWE", encrypted(genuine)),
                new Forgery("JWE around an unsigned token", encrypted(head + "." + claims + ".")),
                new Forgery("nested", new TestJws(nested, genuine).signed(own.privateKey())),
                new Forgery("nested as a text", new TestJws(nested, "\"" + genuine + "\"").signed(own.privateKey())),
                new Forgery("encoded twice", base64(genuine.getBytes(UTF_8))),
                new Forgery("JSON", "{\"payload\":\"" + claims + "\",\"signatures\":[{" + members + "}]}"),
                new Forgery("flattened JSON", "{\"payload\":\"" + claims + "\"," + members + "}"));
    }

    private Stream<Forgery> large() {
        return Stream.of(
                new Forgery("a large head", "A".repeat(9_000) + "." + claims + "." + signature),
                new Forgery("large claims", head + "." + "A".repeat(9_000) + "." + signature),
                new Forgery("a large signature", genuine + "A".repeat(9_000)),
                new Forgery("many dots", ".".repeat(9_000)));
    }

    private String encrypted(String content) {
        return Jwts.builder()
                .header()
                .keyId(own.kid())
                .contentType("JWT")
                .and()
                .content(content)
                .encryptWith(own.publicKey(), Jwts.KEY.RSA_OAEP_256, Jwts.ENC.A256GCM)
                .compact();
    }

    private static String changed(String token, int at, int bits) {
        char other = ALPHABET.charAt(ALPHABET.indexOf(token.charAt(at)) ^ bits);
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
