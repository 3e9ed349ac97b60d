package io.authsvcs.auth.identity;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which identifiers are compared: NFKC and case folded, so that one spelling can't pose as another. */
public final class NormalForm {
    // Folds to itself (Unicode CaseFolding.txt gives it no mapping), while upper-casing would make it a plain I.
    private static final int DOTLESS_I = 'ı';

    private NormalForm() {}

    public static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        nfkc(text).codePoints().forEach(c -> folded.append(fold(c)));
        return nfkc(folded.toString());
    }

    /** Neither white space nor a control, format (zero width) or unassigned character. */
    public static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    // One character at a time, as String.toLowerCase would treat a final sigma unlike the others; down, up and down
    // again,
    // as some characters have their full form only on the way up.
    private static String fold(int codePoint) {
        String character = Character.toString(codePoint);
        return codePoint == DOTLESS_I ? character : lower(lower(character).toUpperCase(Locale.ROOT));
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder();
        text.codePoints().forEach(c -> lower.append(Character.toString(c).toLowerCase(Locale.ROOT)));
        return lower.toString();
    }
}
