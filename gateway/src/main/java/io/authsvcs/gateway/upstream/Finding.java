package io.authsvcs.gateway.upstream;

import io.authsvcs.common.Word;
import java.util.Optional;

/** What a probe finds where an instance should be. */
sealed interface Finding {
    /** Nobody listens there. */
    record Nobody() implements Finding {}

    /** Somebody else listens there. */
    record Another() implements Finding {}

    /**
     * It can't be spoken to as this gateway speaks to instances, or hasn't shown whose it is.
     *
     * @param why for the operator
     */
    record Untrusted(String why) implements Finding {}

    /** Nothing was heard in time, or nothing that an instance would say. */
    record Silence() implements Finding {}

    /**
     * It answers.
     *
     * @param word empty when it says nothing of itself that is understood, as one of another version
     * @param takesGatheredTokens whether it says that it takes them, as many as gateways send
     */
    record Answer(Optional<Word> word, boolean takesGatheredTokens) implements Finding {}
}
