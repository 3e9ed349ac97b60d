package io.authsvcs.auth.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Reads phone numbers as people write them: international with a plus, or as in the default region. */
@Component
@EnableConfigurationProperties(IdentitySettings.class)
public class PhoneNumbers {
    private static final int LONGEST = 40;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String region;

    PhoneNumbers(IdentitySettings settings) {
        this.region = settings.phoneRegion();
    }

    /** Whether this is ISO 3166-1 alpha-2 for somewhere. */
    public static boolean isRegion(String text) {
        return List.of(Locale.getISOCountries()).contains(text);
    }

    public Optional<PhoneNumber> parse(String text) {
        return parse(text, region);
    }

    /**
     * The same where international numbers may lack their plus.
     *
     * @param region ISO 3166-1 alpha-2, whose a number is that no country has with a plus
     */
    public Optional<PhoneNumber> parseInternational(String text, String region) {
        return parse("+" + text, region)
                .filter(this::isInUse)
                .or(() -> parse(text, region))
                .or(() -> parse("+" + text, region));
    }

    /** @param region ISO 3166-1 alpha-2, whose a number without a plus is */
    public Optional<PhoneNumber> parse(String text, String region) {
        return text.length() > LONGEST ? Optional.empty() : read(text, region).filter(this::isItself);
    }

    /** Whether it is read as the same number again: what reads like another would be found by neither. */
    private boolean isItself(PhoneNumber number) {
        return read(number.e164(), region).equals(Optional.of(number));
    }

    private Optional<PhoneNumber> read(String text, String region) {
        try {
            var number = library.parse(text, region);
            return library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE && !number.hasExtension()
                    ? Optional.of(new PhoneNumber(library.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Whether it fits a country's plan of numbers, not only in its length. */
    private boolean isInUse(PhoneNumber number) {
        try {
            return library.isValidNumber(library.parse(number.e164(), null));
        } catch (NumberParseException notANumber) {
            return false;
        }
    }
}
