package io.authsvcs.auth.credential;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What somebody typed as their password, in NFC, so that it is the same from every keyboard. Never logged. */
public record Password(String text) {
    static final int SHORTEST = 8;
    static final int LONGEST = 1024;
    // In chars: no character has more than three for two bytes in NFC, so that what is longer is too long in NFC too.
    private static final int LONGEST_TYPED = LONGEST / 2 * 3;

    /** What is too long stays as it was typed: to normalise takes time by the square of a text's length. */
    public Password {
        text = text.length() > LONGEST_TYPED ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
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
