package io.authsvcs.auth.action;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long somebody may wait before they do what a message allows, and how many such messages they get.
 *
 * @param mostAnHour of one purpose, to one address
 */
@ConfigurationProperties("auth.action-tokens")
record ActionSettings(Duration activationLifetime, Duration resetLifetime, int mostAnHour) {
    ActionSettings {
        require(
                activationLifetime.isPositive() && resetLifetime.isPositive(),
                "Tokens can't live for " + activationLifetime + " and " + resetLifetime + ".",
                "Set auth.action-tokens.activation-lifetime and auth.action-tokens.reset-lifetime to 24h and 1h or so.");
        require(mostAnHour > 0, "Nobody would get a message.", "Set auth.action-tokens.most-an-hour to 3 or so.");
    }

    Duration lifetime(Purpose purpose) {
        return switch (purpose) {
            case ACTIVATE -> activationLifetime;
            case RESET_PASSWORD -> resetLifetime;
        };
    }
}
