package io.authsvcs.auth.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import java.util.Optional;

/** Reads phone numbers as people write them: international with a plus, or as in the default region. */
public final class PhoneNumbers {
    private static final int LONGEST = 40;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String region;

    /** @param region ISO 3166-1 alpha-2, for numbers without a plus */
    public PhoneNumbers(String region) {
        if (!library.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException(
                    "AUTH_PHONE_REGION must be a two-letter region such as US, not '" + region + "'");
        }
        this.region = region;
    }

    public Optional<PhoneNumber> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var number = library.parse(text, region);
            return library.isPossibleNumber(number) && !number.hasExtension()
                    ? Optional.of(new PhoneNumber(library.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
