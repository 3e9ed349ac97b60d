package io.authsvcs.auth.startup;

import io.authsvcs.auth.identity.Identifier.Email;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who the first administrator is. */
@ConfigurationProperties("auth.administrator")
record AdministratorSettings(String email, String password) {
    AdministratorSettings {
        if (Email.parse(email).isEmpty()) {
            throw new IllegalArgumentException("AUTH_ADMIN_EMAIL must be an e-mail address, not '" + email + "'");
        }
        if (password.isBlank()) {
            throw new IllegalArgumentException(
                    "AUTH_ADMIN_PASSWORD is missing: the first administrator needs a password");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AdministratorSettings[" + email + "]";
    }
}
