package io.authsvcs.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the gateways and instances of one cluster know, and nobody else. A gateway shows its pass with every request, an
 * instance proves itself to every probe; neither of the two leads to the other, or to the key.
 */
public final class GatewayKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final SecretKeySpec key;
    private final String pass;

    private GatewayKey(String text) {
        this.key = new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM);
        this.pass = mac("pass");
    }

    /**
     * The one that everybody has been told.
     *
     * @throws InvalidSetting where it is missing, or short enough to be guessed
     */
    public static GatewayKey of(String text) {
        InvalidSetting.require(
                text.strip().length() >= SHORTEST,
                "AUTH_GATEWAY_KEY is " + (text.isBlank() ? "missing" : "shorter than " + SHORTEST + " characters")
                        + ", and by it gateways and instances know each other.",
                "Set it to the same random text of " + SHORTEST + " characters or more for all of them:"
                        + " openssl rand -hex 32 makes one.");
        return new GatewayKey(text.strip());
    }

    /** What a gateway shows. */
    public String pass() {
        return pass;
    }

    /** Compared in a time that tells nothing of it. */
    public boolean isPass(String shown) {
        return isEqual(pass, shown);
    }

    /**
     * What an instance answers to a question that nobody has asked before.
     *
     * @param address {@code host:port} where it is known to be: an answer passed on by somebody else proves nothing
     */
    public String proof(String nonce, String id, String address) {
        return mac("proof\n" + nonce + "\n" + id + "\n" + address);
    }

    /** As {@link #isPass}. */
    public boolean isProof(String shown, String nonce, String id, String address) {
        return isEqual(proof(nonce, id, address), shown);
    }

    private static boolean isEqual(String expected, String shown) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), shown.getBytes(UTF_8));
    }

    private String mac(String text) {
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
