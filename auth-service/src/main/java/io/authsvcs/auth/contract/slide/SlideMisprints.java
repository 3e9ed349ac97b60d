package io.authsvcs.auth.contract.slide;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of the document's first call, which is no JSON: {@code "password1:" "…"}, the colon within the quotes, and a
 * comma after the last field.
 */
final class SlideMisprints {
    private static final Pattern COLON = Pattern.compile("\"(password[12]):\"\\s*(?=\")");
    private static final Pattern COMMA = Pattern.compile(",\\s*}\\s*$");

    private SlideMisprints() {}

    static Optional<String> mend(String body) {
        String mended = COMMA.matcher(COLON.matcher(body).replaceAll("\"$1\":")).replaceFirst("}");
        return Optional.of(mended).filter(text -> !text.equals(body));
    }
}
