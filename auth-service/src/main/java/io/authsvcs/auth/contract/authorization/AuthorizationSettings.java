package io.authsvcs.auth.contract.authorization;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How browsers are served.
 *
 * @param cookieSecure whether they send the cookie over TLS alone
 * @param freshLogin how old a session may be that changes the password, as that itself isn't asked for; 0: of any age
 */
@ConfigurationProperties("auth.contracts.authorization")
record AuthorizationSettings(boolean cookieSecure, Duration freshLogin) {
    AuthorizationSettings {
        require(
                !freshLogin.isNegative(),
                "A login can't be " + freshLogin + " old.",
                "Set auth.contracts.authorization.fresh-login to 5m or so, or to 0 for any age.");
    }
}
