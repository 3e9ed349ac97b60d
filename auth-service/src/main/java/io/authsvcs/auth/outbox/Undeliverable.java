package io.authsvcs.auth.outbox;

/** No try will ever bring this letter to its recipient. */
final class Undeliverable extends RuntimeException {
    /** @param reason a sentence without the recipient's address */
    Undeliverable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
