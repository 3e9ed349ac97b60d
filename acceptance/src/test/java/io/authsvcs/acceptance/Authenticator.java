package io.authsvcs.acceptance;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's telephone, which has never heard of our libraries: RFC 6238 with RFC 4226 §5.3. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Authenticator(byte[] key) {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_BYTES = 20;

    static Authenticator of(String secret) {
        BigInteger number = secret.chars()
                .mapToObj(letter -> BigInteger.valueOf(BASE32.indexOf(letter)))
                .reduce(BigInteger.ZERO, (sum, digit) -> sum.shiftLeft(5).add(digit));
        byte[] bytes = number.toByteArray();
        byte[] key = new byte[KEY_BYTES];
        int kept = Math.min(bytes.length, KEY_BYTES);
        System.arraycopy(bytes, bytes.length - kept, key, KEY_BYTES - kept, kept);
        return new Authenticator(key);
    }

    /** What it shows so many half minutes from now. */
    String code(int later) {
        byte[] mac = mac(ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / 30 + later)
                .array());
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fffffff;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private byte[] mac(byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
