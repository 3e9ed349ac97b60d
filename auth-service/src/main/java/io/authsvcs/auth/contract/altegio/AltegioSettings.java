package io.authsvcs.auth.contract.altegio;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.auth.identity.PhoneNumbers;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this contract reads what callers send.
 *
 * @param phoneRegion ISO 3166-1 alpha-2, for phone numbers without a country
 */
@ConfigurationProperties("auth.contracts.altegio")
record AltegioSettings(String phoneRegion) {
    AltegioSettings {
        require(
                PhoneNumbers.isRegion(phoneRegion),
                "There is no region '" + phoneRegion + "' for altegio's phone numbers.",
                "Set auth.contracts.altegio.phone-region, or AUTH_PHONE_REGION for all, to two letters such as US.");
    }
}
