package io.authsvcs.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.auth.identity.Subject;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Somebody's key at a partner: 25 of {@code [A-Za-z0-9]} (seed 000). It follows from both and from the version of the
 * password, so that it is the same until that changes.
 */
@Component
public class ApiKeys {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger RADIX = BigInteger.valueOf(DIGITS.length());
    private static final int LENGTH = 25;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{" + LENGTH + "}");

    private final Derivation derivation;

    ApiKeys(MasterKey masterKey) {
        this.derivation = new Derivation(masterKey, "API keys");
    }

    /**
     * @param partner the partner's id
     * @param version of the password
     */
    public OpaqueToken of(Subject subject, String partner, int version) {
        byte[] id = partner.getBytes(UTF_8);
        byte[] name = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + id.length)
                .putLong(subject.id().getMostSignificantBits())
                .putLong(subject.id().getLeastSignificantBits())
                .putInt(version)
                .put(id)
                .array();
        return new OpaqueToken(digits(derivation.mac(name)));
    }

    static boolean isOne(String token) {
        return SHAPE.matcher(token).matches();
    }

    // 256 bits make 25 digits of 149 bits with no measurable bias.
    private static String digits(byte[] mac) {
        StringBuilder digits = new StringBuilder(LENGTH);
        BigInteger rest = new BigInteger(1, mac);
        for (int digit = 0; digit < LENGTH; digit++) {
            BigInteger[] division = rest.divideAndRemainder(RADIX);
            digits.append(DIGITS.charAt(division[1].intValue()));
            rest = division[0];
        }
        return digits.toString();
    }
}
