package io.authsvcs.auth.credential;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What somebody typed as their password, as RFC 8265 prepares it (OpaqueString, §4.2.2), so that it is the same from every
 * keyboard, whether it is set or tried: any space is the plain one, then NFC; no character is refused. Never logged.
 */
public record Password(String text) {
    static final int SHORTEST = 8;
    static final int LONGEST = 1024;
    // In chars: no character has more than three for two bytes in NFC, so that what is longer is too long in NFC too.
    private static final int LONGEST_TYPED = LONGEST / 2 * 3;
    private static final Pattern SPACES = Pattern.compile("\\p{Zs}");

    /** What is too long stays as it was typed: to normalise takes time by the square of a text's length. */
    public Password {
        text = text.length() > LONGEST_TYPED ? text : prepared(text);
    }

    private static String prepared(String text) {
        return Normalizer.normalize(SPACES.matcher(text).replaceAll(" "), Normalizer.Form.NFC);
    }

    int bytes() {
        return utf8().length;
    }

    byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether anybody could have this as their password: not empty, and not longer than is ever read. */
    public boolean isPossible() {
        return !text.isEmpty() && bytes() <= LONGEST;
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
