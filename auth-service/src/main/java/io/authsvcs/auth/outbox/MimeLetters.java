package io.authsvcs.auth.outbox;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Letters as mail servers and mail programs read them (RFC 5322): plain text. */
final class MimeLetters {
    private final Session session;
    private final String sender;

    MimeLetters(Session session, String sender) {
        this.session = session;
        this.sender = sender;
    }

    MimeMessage of(Letter letter) {
        try {
            MimeMessage mime = new MimeMessage(session);
            mime.setFrom(sender);
            mime.setRecipient(RecipientType.TO, Addresses.of(letter.recipient()));
            mime.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            mime.setText(letter.text().replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
            mime.setSentDate(Date.from(letter.at()));
            // Written by a machine, so that no machine answers (RFC 3834 §5).
            mime.setHeader("Auto-Submitted", "auto-generated");
            mime.saveChanges();
            // The same at every try, so that a mail program can tell a second copy.
            mime.setHeader("Message-ID", "<" + letter.id() + "@" + domain() + ">");
            return mime;
        } catch (MessagingException defect) {
            throw new IllegalStateException("A letter could not be written", defect);
        }
    }

    private String domain() throws MessagingException {
        String address = new InternetAddress(sender).getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
