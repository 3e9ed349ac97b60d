package io.authsvcs.auth.outbox;

/** How many messages are there, over all instances. */
record OutboxCount(long waiting, long failed) {}
