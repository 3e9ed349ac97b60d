package io.authsvcs.auth.outbox;

import io.authsvcs.auth.action.Actions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes one message and sees it through. Blocks: for threads of its own only. */
final class Delivery {
    // Longer than the slowest server may take for one letter; whoever dies keeps a message from the others for so long.
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int NOTES = 10;
    private static final Duration BETWEEN_NOTES = Duration.ofMillis(200);

    private final OutboxRows rows;
    private final Actions actions;
    private final Letters letters;
    private final Mailbox mailbox;
    private final int tries;

    Delivery(OutboxRows rows, Actions actions, Letters letters, Mailbox mailbox, int tries) {
        this.rows = rows;
        this.actions = actions;
        this.letters = letters;
        this.mailbox = mailbox;
        this.tries = tries;
    }

    /** Delivers the message that has waited for longest; whether there was one. */
    boolean next() {
        return rows.take(LEASE)
                .blockOptional()
                .map(message -> {
                    deliver(message);
                    return message;
                })
                .isPresent();
    }

    private void deliver(Message message) {
        if (isOfUse(message)) {
            put(message);
        } else {
            drop(message);
        }
    }

    /** What it allows was done meanwhile, or can't be done any more. */
    private void drop(Message message) {
        log.debug("Message {} is dropped", message.id());
        note(rows.delete(message));
    }

    private void put(Message message) {
        try {
            mailbox.put(letters.write(message));
            note(rows.delete(message));
        } catch (Undeliverable never) {
            giveUp(message, String.valueOf(never.getMessage()));
        } catch (RuntimeException failure) {
            tryAgain(message, Reason.of(failure));
        }
    }

    private boolean isOfUse(Message message) {
        return Boolean.TRUE.equals(actions.isOpen(message.action()).block());
    }

    private void tryAgain(Message message, String reason) {
        if (message.tries() >= tries) {
            giveUp(message, reason);
            return;
        }
        Duration pause = Pauses.after(message.tries());
        log.warn(
                "Message {} could not be delivered at try {}; the next is in {} s: {}",
                message.id(),
                message.tries(),
                pause.toSeconds(),
                reason);
        note(rows.putOff(message, pause));
    }

    private void giveUp(Message message, String reason) {
        log.error(
                "Message {} is given up at try {}, and stays in the table outbox for a week: {}",
                message.id(),
                message.tries(),
                reason);
        note(rows.fail(message));
    }

    /** Insists for a while: a letter whose delivery can't be noted is delivered twice. */
    private static void note(Mono<Void> statement) {
        statement.retryWhen(Retry.backoff(NOTES, BETWEEN_NOTES)).block();
    }
}
