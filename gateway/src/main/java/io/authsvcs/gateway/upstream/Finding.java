package io.authsvcs.gateway.upstream;

import io.authsvcs.common.Word;
import java.util.Optional;

/** What a probe finds where an instance should be. */
sealed interface Finding {
    /** Nobody listens there. */
    record Nobody() implements Finding {}

    /** Somebody else listens there. */
    record Another() implements Finding {}

    /** Nothing was heard in time, or nothing that an instance would say. */
    record Silence() implements Finding {}

    /**
     * It answers.
     *
     * @param word empty when it says nothing of itself that is understood, as one of another version
     */
    record Answer(Optional<Word> word) implements Finding {}
}
