package io.authsvcs.gateway.upstream;

import java.util.Arrays;
import java.util.Optional;

/** What an instance says of itself when it is asked. It counts more than what the registry has heard. */
enum Word {
    STARTING(State.STARTING),
    UP(State.UP),
    /** It is ready, and can't reach its database: others may. */
    IMPAIRED(State.EJECTED),
    /** An operator wants it to get no new requests. */
    DRAINING(State.DRAINING),
    /** Its process ends. */
    LEAVING(State.DRAINING);

    private final State state;

    Word(State state) {
        this.state = state;
    }

    static Optional<Word> find(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    /** How operators are told of it. */
    State state() {
        return state;
    }
}
