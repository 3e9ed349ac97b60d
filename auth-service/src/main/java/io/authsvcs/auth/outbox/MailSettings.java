package io.authsvcs.auth.outbox;

import static io.authsvcs.common.InvalidSetting.require;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where messages are put: an SMTP server, a folder, or nowhere yet.
 *
 * @param folder in which each message becomes a file; blank for none
 * @param from what stands in their From: an address, or a name and an address in angle brackets
 */
@ConfigurationProperties("auth.mail")
record MailSettings(String folder, String from, Smtp smtp) {
    private static final String NOBODY = "auth-svcs@localhost.localdomain";

    MailSettings {
        require(
                folder.isBlank() || smtp.host().isBlank(),
                "Messages can't be put into AUTH_MAIL_FOLDER and sent to AUTH_SMTP_HOST.",
                "Set one of them.");
        require(
                smtp.host().isBlank() || !from.isBlank(),
                "AUTH_MAIL_FROM is missing.",
                "Set it to the address that messages come from.");
        require(
                from.isBlank() || Addresses.isMailbox(from),
                "AUTH_MAIL_FROM is no e-mail address: " + from,
                "Set it to one such as accounts@example.com, or Example <accounts@example.com>.");
    }

    /** A file needs no real sender. */
    String sender() {
        return from.isBlank() ? NOBODY : from;
    }

    /**
     * A mail server.
     *
     * @param host blank for none
     * @param username blank where the server asks nobody who they are
     * @param tls {@code starttls} (without which nothing is sent), {@code tls} from the first byte, or {@code none}
     */
    record Smtp(String host, int port, String username, String password, String tls) {
        private static final List<String> TLS = List.of("starttls", "tls", "none");

        Smtp {
            require(
                    port > 0 && port < 65_536,
                    "AUTH_SMTP_PORT is " + port + ".",
                    "Set it to a port, as 587 with starttls, 465 with tls.");
            require(TLS.contains(tls), "AUTH_SMTP_TLS is '" + tls + "'.", "Set it to starttls, tls or none.");
            require(
                    username.isBlank() == password.isBlank(),
                    "Only one of AUTH_SMTP_USERNAME and AUTH_SMTP_PASSWORD is set.",
                    "Set both, or neither for a server that asks for none.");
            require(
                    username.isBlank() || !tls.equals("none"),
                    "AUTH_SMTP_PASSWORD would travel in the clear.",
                    "Set AUTH_SMTP_TLS to starttls or tls.");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + ", " + tls + "]";
        }
    }
}
