package io.authsvcs.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the gateways and instances of one cluster know, and nobody else. A gateway shows its pass with every request, an
 * instance proves itself to every probe; neither of the two leads to the other, or to the key.
 */
public final class GatewayKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final List<SecretKeySpec> keys;
    private final List<String> passes;

    private GatewayKey(List<String> texts) {
        this.keys = texts.stream()
                .map(text -> new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM))
                .toList();
        this.passes = keys.stream().map(key -> mac(key, "pass")).toList();
    }

    /**
     * The one that everybody has been told.
     *
     * @param text one, or several with commas between them, while one takes another's place: the first is shown, and all
     *     are believed
     * @throws InvalidSetting where one is missing, or short enough to be guessed
     */
    public static GatewayKey of(String text) {
        List<String> texts =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        texts.forEach(GatewayKey::requireLong);
        return new GatewayKey(texts);
    }

    private static void requireLong(String text) {
        InvalidSetting.require(
                text.length() >= SHORTEST,
                "AUTH_GATEWAY_KEY is " + (text.isEmpty() ? "missing" : "shorter than " + SHORTEST + " characters")
                        + ", and by it gateways and instances know each other.",
                "Set it to the same random text of " + SHORTEST + " characters or more for all of them:"
                        + " openssl rand -hex 32 makes one. While a new one takes its place, both with a comma between.");
    }

    /** What a gateway shows. */
    public String pass() {
        return passes.get(0);
    }

    /** Compared in a time that tells nothing of it. */
    public boolean isPass(String shown) {
        return isOneOf(passes.stream(), shown);
    }

    /**
     * What an instance answers to a question that nobody has asked before.
     *
     * @param address {@code host:port} where it is known to be: an answer passed on by somebody else proves nothing
     */
    public String proof(String nonce, String id, String address) {
        return proof(keys.get(0), nonce, id, address);
    }

    /** As {@link #isPass}. */
    public boolean isProof(String shown, String nonce, String id, String address) {
        return isOneOf(keys.stream().map(key -> proof(key, nonce, id, address)), shown);
    }

    private static String proof(SecretKeySpec key, String nonce, String id, String address) {
        return mac(key, "proof\n" + nonce + "\n" + id + "\n" + address);
    }

    /** Looks at all of them: the time tells of none. */
    private static boolean isOneOf(Stream<String> expected, String shown) {
        return expected.map(one -> MessageDigest.isEqual(one.getBytes(UTF_8), shown.getBytes(UTF_8)))
                .reduce(false, Boolean::logicalOr);
    }

    private static String mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, unavailable);
        }
    }

    @Override
    public String toString() {
        return "GatewayKey";
    }
}
