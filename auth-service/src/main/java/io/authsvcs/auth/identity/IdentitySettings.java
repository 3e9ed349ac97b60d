package io.authsvcs.auth.identity;

import static io.authsvcs.common.InvalidSetting.require;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How identifiers are read.
 *
 * @param phoneRegion ISO 3166-1 alpha-2, for phone numbers without a plus
 */
@ConfigurationProperties("auth.identity")
record IdentitySettings(String phoneRegion) {
    IdentitySettings {
        require(
                PhoneNumbers.isRegion(phoneRegion),
                "There is no region '" + phoneRegion + "' for phone numbers.",
                "Set AUTH_PHONE_REGION to two letters such as US.");
    }
}
