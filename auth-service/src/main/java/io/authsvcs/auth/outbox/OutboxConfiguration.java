package io.authsvcs.auth.outbox;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.auth.action.Actions;
import io.authsvcs.auth.action.ActivationSettings;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, MessageSettings.class})
class OutboxConfiguration {
    static final String CURE = "Set AUTH_SMTP_HOST (and AUTH_MAIL_FROM), or AUTH_MAIL_FOLDER.";

    @Bean
    Postmen postmen(
            OutboxRows rows,
            Actions actions,
            Letters letters,
            MailSettings mail,
            MessageSettings messages,
            ActivationSettings activation) {
        Optional<Mailbox> mailbox = mailbox(mail);
        require(
                mailbox.isPresent() || !activation.required(),
                "AUTH_ACTIVATION_REQUIRED is true, but nobody could get a message to activate themselves.",
                CURE);
        return new Postmen(mailbox.map(box -> new Delivery(rows, actions, letters, box, messages.tries())));
    }

    private static Optional<Mailbox> mailbox(MailSettings settings) {
        if (!settings.smtp().host().isBlank()) {
            return Optional.of(new SmtpMailbox(settings));
        }
        return settings.folder().isBlank() ? Optional.empty() : Optional.of(new FolderMailbox(settings));
    }
}
