package io.authsvcs.auth.partner;

import io.authsvcs.auth.identity.NormalForm;
import java.util.Optional;

/**
 * What a partner is called by people; no two are called the same.
 *
 * @param name as it was typed, to show
 * @param key NFKC and case folded, to compare
 */
public record PartnerName(String name, String key) {
    private static final int LONGEST = 100;

    /** Up to 100 visible characters with blanks between them: nothing that two names could differ by unseen. */
    public static Optional<PartnerName> parse(String text) {
        String name = text.strip();
        return isName(name) ? ofName(name) : Optional.empty();
    }

    private static Optional<PartnerName> ofName(String name) {
        String key = NormalForm.of(name);
        return isName(key) ? Optional.of(new PartnerName(name, key)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints().allMatch(c -> c == ' ' || NormalForm.isVisible(c));
    }
}
