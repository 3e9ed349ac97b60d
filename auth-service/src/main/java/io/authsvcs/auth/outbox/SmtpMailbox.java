package io.authsvcs.auth.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server, to which each letter is sent over a connection of its own. */
final class SmtpMailbox implements Mailbox {
    // A connection, a greeting, a handshake, and some ten short answers: the postmen's lease allows for all of them.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final MimeLetters letters;

    SmtpMailbox(MailSettings settings) {
        MailSettings.Smtp smtp = settings.smtp();
        server.setProtocol("smtp");
        server.setHost(smtp.host());
        server.setPort(smtp.port());
        server.setJavaMailProperties(properties(smtp));
        if (!smtp.username().isBlank()) {
            server.setUsername(smtp.username());
            server.setPassword(smtp.password());
        }
        this.letters = new MimeLetters(server.getSession(), settings.sender());
    }

    @Override
    public void put(Letter letter) {
        MimeMessage mime = letters.of(letter);
        try {
            server.send(mime);
        } catch (MailSendException refused) {
            throw lastingRefusal(refused)
                    .<RuntimeException>map(code -> new Undeliverable("The mail server answered " + code, refused))
                    .orElse(refused);
        }
    }

    private static Properties properties(MailSettings.Smtp smtp) {
        Properties properties = new Properties();
        String patience = String.valueOf(PATIENCE.toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.auth", String.valueOf(!smtp.username().isBlank()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(smtp.tls().equals("tls")));
        properties.setProperty(
                "mail.smtp.starttls.enable", String.valueOf(smtp.tls().equals("starttls")));
        // Without this a server, or whoever poses as one, could say that it has no TLS, and read along.
        properties.setProperty(
                "mail.smtp.starttls.required", String.valueOf(smtp.tls().equals("starttls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // Addresses may have letters of any language (RFC 6531).
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    /**
     * The answer by which a server says that it will never take this recipient (RFC 5321 §4.2.1: 5yz). A lasting refusal of
     * anything else is a matter of settings, which an operator may still mend.
     */
    private static Optional<Integer> lastingRefusal(MailSendException refused) {
        return Stream.of(refused.getMessageExceptions())
                .flatMap(SmtpMailbox::chain)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(failure -> ((SMTPAddressFailedException) failure).getReturnCode())
                .filter(code -> code >= 500)
                .findFirst();
    }

    private static Stream<Exception> chain(Exception failure) {
        return Stream.iterate(failure, Objects::nonNull, SmtpMailbox::next);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException mail ? mail.getNextException() : null;
    }
}
