package io.authsvcs.auth.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits, one for each half a minute (RFC 6238), by HMAC-SHA-1: what every authenticator can. The one before
 * and the one after are good as well (§5.2): people type, and their clocks differ from ours.
 */
final class Totp {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int TOLERANCE = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(
            STEP, DIGITS, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);

    /** The step since 1970 whose code this is, at this moment; empty where it is none's. */
    OptionalLong step(FactorSecret secret, String typed, Instant now) {
        long present = Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
        // Each is looked at, whichever it is: time tells nothing.
        return LongStream.rangeClosed(present - TOLERANCE, present + TOLERANCE)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(US_ASCII), typed.getBytes(US_ASCII)))
                .max();
    }

    private String code(FactorSecret secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret.bytes(), generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC takes any key", impossible);
        }
    }
}
