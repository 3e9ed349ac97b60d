package io.authsvcs.auth.identity;

import java.util.Optional;

/**
 * Somebody who is about to be added as another system knew them.
 *
 * @param number the second key that they had there, below those that are given here; absent: the next
 */
public record MovedIdentity(NewIdentity identity, Optional<Integer> number, Attributes attributes) {
    /** The largest number that somebody can bring (V7__contracts.sql). */
    public static final int LARGEST_NUMBER = 999_999_999;

    public Subject subject() {
        return identity.subject();
    }
}
