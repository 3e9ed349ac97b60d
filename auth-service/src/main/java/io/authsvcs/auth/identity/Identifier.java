package io.authsvcs.auth.identity;

import com.github.f4b6a3.uuid.util.UuidValidator;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;

/** What somebody types to say who they are, in the form by which it is compared. */
public sealed interface Identifier {
    /** The subject itself. */
    record UserId(Subject subject) implements Identifier {
        private static final int LENGTH = 36;

        public static Optional<UserId> parse(String text) {
            // UUID.fromString also takes signs, and groups of other lengths: one subject would have many spellings.
            return text.length() == LENGTH && UuidValidator.isValid(text)
                    ? Optional.of(new UserId(new Subject(UUID.fromString(text))))
                    : Optional.empty();
        }
    }

    /**
     * An e-mail address.
     *
     * @param address as it was typed, to write to
     * @param key NFKC, case folded in both parts, to compare
     */
    record Email(String address, String key) implements Identifier {
        private static final int LONGEST = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets

        public static Optional<Email> parse(String text) {
            // Before anything is normalised, which takes time by the square of a text's length.
            return isAddress(text) ? ofAddress(text) : Optional.empty();
        }

        private static Optional<Email> ofAddress(String text) {
            String key = withReadableDomain(NormalForm.of(text));
            return isAddress(key) ? Optional.of(new Email(text, key)) : Optional.empty();
        }

        /** One domain, written in ASCII or not (RFC 5890), is one. */
        private static String withReadableDomain(String key) {
            int domain = key.lastIndexOf('@') + 1;
            return key.substring(0, domain) + NormalForm.of(IDN.toUnicode(key.substring(domain), IDN.ALLOW_UNASSIGNED));
        }

        // Deliverability is for a message to prove; this refuses what can't be an address at all.
        private static boolean isAddress(String text) {
            int at = text.indexOf('@');
            return at > 0
                    && at == text.lastIndexOf('@')
                    && at < text.length() - 1
                    && text.length() <= LONGEST
                    && text.codePoints().allMatch(NormalForm::isVisible);
        }
    }

    /** A phone number in E.164. */
    record PhoneNumber(String e164) implements Identifier {}

    /**
     * A name that its owner chose.
     *
     * @param name as it was typed, to show
     * @param key NFKC and case folded, to compare
     */
    record UserName(String name, String key) implements Identifier {
        private static final int LONGEST = 64;
        private static final int LONGEST_TYPED = 4 * LONGEST; // NFC makes one letter of four chars at most

        /** Letters, digits, dot, hyphen, underscore, with a letter among them: never mistaken for an e-mail or number. */
        public static Optional<UserName> parse(String text) {
            return text.length() <= LONGEST_TYPED ? ofName(text) : Optional.empty();
        }

        private static Optional<UserName> ofName(String text) {
            // Letters may have been typed with their accents apart.
            String name = Normalizer.normalize(text, Normalizer.Form.NFC);
            String key = NormalForm.of(text);
            return isName(name) && isName(key) && UserId.parse(key).isEmpty()
                    ? Optional.of(new UserName(name, key))
                    : Optional.empty();
        }

        private static boolean isName(String text) {
            return !text.isEmpty()
                    && text.codePointCount(0, text.length()) <= LONGEST
                    && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || ".-_".indexOf(c) >= 0)
                    && text.codePoints().anyMatch(Character::isLetter);
        }
    }
}
