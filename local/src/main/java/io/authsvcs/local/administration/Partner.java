package io.authsvcs.local.administration;

import java.time.Instant;

/**
 * A machine client with a token of its own.
 *
 * @param id 20 of a–z and 0–9, which never change
 * @param status {@code active} or {@code disabled}
 */
public record Partner(String id, String name, String status, Instant createdAt) {}
