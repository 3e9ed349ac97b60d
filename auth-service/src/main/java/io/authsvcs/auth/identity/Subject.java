package io.authsvcs.auth.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The id of an identity, which never changes and is never given to another (RFC 7519 §4.1.2, {@code sub}). */
public record Subject(UUID id) {
    /** A new one, ordered by time so that it is kind to an index (RFC 9562 §5.7). */
    public static Subject next() {
        return new Subject(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
