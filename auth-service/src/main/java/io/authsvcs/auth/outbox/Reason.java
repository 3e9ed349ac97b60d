package io.authsvcs.auth.outbox;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.mail.MailSendException;

/** Why a letter could not be put anywhere, for a log: never what a server said, which may quote the letter. */
final class Reason {
    private Reason() {}

    static String of(Throwable failure) {
        Throwable root = root(failure);
        String kind = root.getClass().getSimpleName();
        return root instanceof IOException ? kind + ": " + root.getMessage() : kind;
    }

    private static Throwable root(Throwable failure) {
        Throwable first = failure instanceof MailSendException several && several.getMessageExceptions().length > 0
                ? several.getMessageExceptions()[0]
                : failure;
        return Stream.iterate(first, Objects::nonNull, Throwable::getCause).reduce(first, (outer, inner) -> inner);
    }
}
