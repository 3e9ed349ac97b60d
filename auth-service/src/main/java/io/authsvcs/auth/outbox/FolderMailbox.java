package io.authsvcs.auth.outbox;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import io.authsvcs.common.InvalidSetting;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** A folder in which each letter is a file, for its owner's eyes only: for a laptop, and for tests. */
final class FolderMailbox implements Mailbox {
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final MimeLetters letters;

    FolderMailbox(MailSettings settings) {
        this.folder = made(Path.of(settings.folder()));
        this.letters = new MimeLetters(Session.getInstance(new Properties()), settings.sender());
    }

    @Override
    public void put(Letter letter) {
        MimeMessage mime = letters.of(letter);
        try {
            Path unfinished = Files.createTempFile(folder, ".", ".tmp", asFileAttribute(fromString("rw-------")));
            try {
                write(mime, unfinished);
                Files.move(unfinished, folder.resolve(name(letter)), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void write(MimeMessage mime, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream stream = Channels.newOutputStream(channel)) {
            mime.writeTo(stream);
            channel.force(true);
        } catch (MessagingException defect) {
            throw new IllegalStateException("A letter could not be written", defect);
        }
    }

    private static String name(Letter letter) {
        return SORTABLE.format(letter.at()) + "-" + letter.id() + ".eml";
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
        } catch (IOException forbidden) {
            throw new InvalidSetting(
                    "AUTH_MAIL_FOLDER can't be made: " + folder + " ("
                            + forbidden.getClass().getSimpleName() + ")",
                    "Set it to a folder that this process may write to.");
        }
    }
}
