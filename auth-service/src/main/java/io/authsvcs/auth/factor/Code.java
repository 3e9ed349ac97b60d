package io.authsvcs.auth.factor;

import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody typed to prove their second factor; blanks and hyphens in it mean nothing. Never logged. */
public sealed interface Code {
    int LONGEST = 64;
    Pattern FILLING = Pattern.compile("[\\s-]+");
    Pattern DIGITS = Pattern.compile("[0-9]{6}");

    static Code of(String typed) {
        String text = typed.length() > LONGEST
                ? ""
                : FILLING.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (DIGITS.matcher(text).matches()) {
            return new OfAuthenticator(text);
        }
        return RecoveryCode.isOne(text) ? new OfRecovery(new RecoveryCode(text)) : new Impossible();
    }

    /** What an authenticator may have shown. */
    record OfAuthenticator(String digits) implements Code {
        /** Without the digits. */
        @Override
        public String toString() {
            return "OfAuthenticator[…]";
        }
    }

    record OfRecovery(RecoveryCode code) implements Code {}

    /** Nothing that could be right: tried like any other. */
    record Impossible() implements Code {}
}
