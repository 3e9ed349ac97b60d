package io.authsvcs.auth.token;

import static io.authsvcs.auth.token.TestJws.base64;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Good claims under another algorithm than the one: none, a shared secret that everybody knows, or only another name. */
final class ForgedAlgorithms {
    private static final List<String> NONE =
            List.of("\"none\"", "\"None\"", "\"NONE\"", "\"nOnE\"", "\"none \"", "\" none\"", "\"\"", "null");
    private static final List<String> OTHERS = List.of(
            "\"RS384\"",
            "\"RS512\"",
            "\"RS1\"",
            "\"PS256\"",
            "\"PS384\"",
            "\"ES256\"",
            "\"ES384\"",
            "\"ES256K\"",
            "\"EdDSA\"",
            "\"HS256\"",
            "\"dir\"",
            "\"RSA-OAEP\"",
            "\"PBES2-HS256+A128KW\"",
            "\"rs256\"",
            "\"RS256 \"",
            "\" RS256\"",
            "\"RS256\\u0000\"",
            "[\"RS256\"]",
            "{\"RS256\":1}",
            "256",
            "true");
    private static final Map<String, String> MACS =
            Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");

    private final TestJws genuine;
    private final SigningKey own;

    ForgedAlgorithms(TestJws genuine, SigningKey own) {
        this.genuine = genuine;
        this.own = own;
    }

    Stream<Forgery> all() {
        return Stream.of(unsigned(), renamed(), shared()).flatMap(forgeries -> forgeries);
    }

    private Stream<Forgery> unsigned() {
        return NONE.stream()
                .flatMap(alg -> Stream.of(
                        new Forgery("alg " + alg + ", unsigned", under(alg).with("")),
                        new Forgery("alg " + alg + ", signed", under(alg).signed(own.privateKey())),
                        new Forgery(
                                "alg " + alg + ", some signature", under(alg).with("AAAA"))));
    }

    private Stream<Forgery> renamed() {
        String without = "{\"kid\":\"" + own.kid() + "\",\"typ\":\"JWT\"}";
        return Stream.concat(
                Stream.of(new Forgery("no alg", genuine.withHeader(without).signed(own.privateKey()))),
                OTHERS.stream().map(alg -> new Forgery("alg " + alg, under(alg).signed(own.privateKey()))));
    }

    /** The public key as the secret, in each form in which it may lie about. */
    private Stream<Forgery> shared() {
        return MACS.entrySet().stream()
                .flatMap(mac -> secrets().entrySet().stream()
                        .flatMap(secret -> Stream.of(
                                new Forgery(
                                        mac.getKey() + " by " + secret.getKey(),
                                        under("\"" + mac.getKey() + "\"")
                                                .authenticated(mac.getValue(), secret.getValue())),
                                new Forgery(
                                        mac.getKey() + " by " + secret.getKey() + ", called RS256",
                                        genuine.authenticated(mac.getValue(), secret.getValue())))));
    }

    private Map<String, byte[]> secrets() {
        RSAPublicKey key = own.publicKey();
        byte[] der = key.getEncoded();
        byte[] modulus = key.getModulus().toByteArray();
        byte[] unsigned = Arrays.copyOfRange(modulus, 1, modulus.length);
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----";
        return Map.of(
                "DER",
                der,
                "PEM",
                pem.getBytes(US_ASCII),
                "PEM with a last line",
                (pem + "\n").getBytes(US_ASCII),
                "modulus",
                unsigned,
                "modulus with its sign",
                modulus,
                "modulus as a JWK has it",
                base64(unsigned).getBytes(US_ASCII),
                "kid",
                own.kid().getBytes(US_ASCII),
                // HMAC fills a short key with zeros: the same as none.
                "nothing",
                new byte[1]);
    }

    private TestJws under(String alg) {
        return genuine.withHeader("{\"kid\":\"" + own.kid() + "\",\"typ\":\"JWT\",\"alg\":" + alg + "}");
    }
}
