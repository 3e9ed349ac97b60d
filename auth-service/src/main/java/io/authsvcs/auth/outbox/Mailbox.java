package io.authsvcs.auth.outbox;

/** Where letters are put, to be on their way. */
interface Mailbox {
    /**
     * Puts a letter in; blocks until it is safe there.
     *
     * @throws Undeliverable where no other try would do better
     * @throws RuntimeException where another try may do better
     */
    void put(Letter letter);
}
