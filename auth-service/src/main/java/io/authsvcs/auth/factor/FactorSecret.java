package io.authsvcs.auth.factor;

import com.google.common.io.BaseEncoding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * What an authenticator makes its codes of. Never logged.
 *
 * @param base32 without padding, as authenticators read it (RFC 4648 §6)
 */
public record FactorSecret(String base32) {
    // As many as HMAC-SHA-1 has (RFC 4226 §4, R6).
    private static final int BYTES = 20;

    static FactorSecret next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return of(bytes);
    }

    static FactorSecret of(byte[] bytes) {
        return new FactorSecret(BaseEncoding.base32().omitPadding().encode(bytes));
    }

    byte[] bytes() {
        return BaseEncoding.base32().omitPadding().decode(base32);
    }

    /** The address by which an authenticator takes it in, as all of them read it. */
    String uri(String issuer, String account) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + base32 + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
    }

    /** RFC 3986 §2.1: a plus would be read as itself. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "FactorSecret[…]";
    }
}
