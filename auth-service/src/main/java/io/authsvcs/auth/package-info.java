/**
 * auth-svcs: one instance of the service that knows who may come in.
 *
 * <p>Open {@code flow} first: a file per thing that a caller can do. {@code api} (the canonical calls), {@code contract}
 * (the documented ones of others), {@code admin} and {@code oauth} speak HTTP, with what {@code http} gives them, and call
 * flows; flows use the rooms {@code identity}, {@code credential}, {@code throttle}, {@code session}, {@code token},
 * {@code partner}, {@code action}, {@code outbox}, {@code idempotency} and {@code audit}; only {@code persistence} knows how
 * the database is reached. {@code caller} is who calls, {@code fault} what they are told when it can't be done, and
 * {@code clock} the time. {@code startup} says when the instance may be used and when it leaves, {@code upkeep} deletes what
 * is long over, and {@code settings} says what is wrong with the configuration.
 */
@NullMarked
package io.authsvcs.auth;

import org.jspecify.annotations.NullMarked;
