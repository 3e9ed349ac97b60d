package io.authsvcs.auth.http;

/** Text that people read in one line. */
final class PrintableText {
    // Unicode's PropList.txt: Bidi_Control.
    private static final String BIDI_CONTROLS =
            "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private PrintableText() {}

    /** Whether it says something, in at most so many characters. */
    static boolean fits(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().allMatch(PrintableText::isPrintable);
    }

    // Lines, escapes and marks that turn the direction of writing around would deceive whoever reads them in a list.
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> BIDI_CONTROLS.indexOf(codePoint) < 0;
        };
    }
}
