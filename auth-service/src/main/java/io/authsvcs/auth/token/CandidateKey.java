package io.authsvcs.auth.token;

/** A key that nobody uses yet: made before the transaction, which no search for primes should hold open. */
public record CandidateKey(StoredKey key) {}
