package io.authsvcs.auth.factor;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.auth.identity.Roles;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who has to have a second factor, and as what it shows in their authenticator.
 *
 * @param issuer what their authenticator calls us
 * @param roles none of which can be had without one
 */
@ConfigurationProperties("auth.second-factor")
record SecondFactorSettings(String issuer, @DefaultValue List<String> roles) {
    SecondFactorSettings {
        roles = roles.stream()
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
        require(
                !issuer.isBlank() && issuer.indexOf(':') < 0,
                "AUTH_SECONDFACTOR_ISSUER can't be \"" + issuer + "\".",
                "Set it to a name without a colon, as users are to read it in their authenticator.");
        require(
                Roles.areNames(roles),
                "AUTH_SECONDFACTOR_ROLES has a name that no role has: " + String.join(",", roles),
                "Write a comma list such as admin,operator, or nothing for none.");
    }
}
