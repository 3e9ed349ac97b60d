package io.authsvcs.auth.contract.slide;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.auth.identity.PhoneNumbers;
import io.authsvcs.auth.session.SessionSettings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator may choose of this contract.
 *
 * @param company of those who register by it; empty: none
 * @param longestSession what a session is cut down to, also one without an end; 0: not at all
 * @param phoneRegion ISO 3166-1 alpha-2, for phone numbers without a plus
 */
@ConfigurationProperties("auth.contracts.slide")
record SlideSettings(String company, Duration longestSession, String phoneRegion) {
    private static final int LONGEST_COMPANY = 200;

    SlideSettings {
        require(
                company.length() <= LONGEST_COMPANY,
                "A company can't have a name of " + company.length() + " characters.",
                "Set auth.contracts.slide.company to at most " + LONGEST_COMPANY + ", or to nothing.");
        require(
                !longestSession.isNegative(),
                "No session can be cut down to " + longestSession + ".",
                "Set auth.contracts.slide.longest-session to 30d or so, or to 0 for any length.");
        require(
                PhoneNumbers.isRegion(phoneRegion),
                "There is no region '" + phoneRegion + "' for phone numbers.",
                "Set auth.contracts.slide.phone-region, or AUTH_PHONE_REGION for all, to two letters such as US.");
    }

    Optional<String> companyOfNewcomers() {
        return Optional.of(company.strip()).filter(name -> !name.isEmpty());
    }

    /** @param wanted zero: without an end */
    Duration cut(Duration wanted) {
        return SessionSettings.cut(wanted, longestSession);
    }
}
