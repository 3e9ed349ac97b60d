/**
 * auth-svcs: one instance of the service that knows who may come in.
 *
 * <p>Open {@code flow} first: a file per thing that a caller can do. {@code api} (the canonical
 * calls), {@code admin} and {@code oauth} speak HTTP, with what {@code http} gives them, and call flows; flows use the rooms
 * {@code identity}, {@code credential}, {@code session}, {@code token}, {@code idempotency} and {@code audit}; only {@code persistence} knows how
 * the database is reached, and {@code startup} when the instance may be used and when it leaves.
 */
@NullMarked
package io.authsvcs.auth;

import org.jspecify.annotations.NullMarked;
