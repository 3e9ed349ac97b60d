package io.authsvcs.auth.partner;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a partner, which never changes: 20 of {@code [a-z0-9]}. */
public record PartnerId(String id) {
    static final int LENGTH = 20;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{" + LENGTH + "}");

    public static Optional<PartnerId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new PartnerId(text)) : Optional.empty();
    }

    /** @param unguessable 32 bytes, more than an id has room for */
    static PartnerId of(byte[] unguessable) {
        String digits = new BigInteger(1, unguessable).toString(Character.MAX_RADIX);
        return new PartnerId("0".repeat(LENGTH).concat(digits).substring(digits.length()));
    }

    @Override
    public String toString() {
        return id;
    }
}
