package io.authsvcs.auth.outbox;

import java.time.Instant;
import java.util.UUID;

/** A message in words, with the token in it. Never logged, never kept. */
record Letter(UUID id, String recipient, String subject, String text, Instant at) {
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
