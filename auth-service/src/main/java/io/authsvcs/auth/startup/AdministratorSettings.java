package io.authsvcs.auth.startup;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.auth.identity.Identifier.Email;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who the first administrator is. */
@ConfigurationProperties("auth.administrator")
record AdministratorSettings(String email, String password) {
    AdministratorSettings {
        require(
                Email.parse(email).isPresent(),
                "'" + email + "' is no e-mail address.",
                "Set AUTH_ADMIN_EMAIL to the address by which the first administrator logs in.");
        require(
                !password.isBlank(),
                "AUTH_ADMIN_PASSWORD is missing.",
                "Set it to the password of the first administrator, who is made at the first start.");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AdministratorSettings[" + email + "]";
    }
}
