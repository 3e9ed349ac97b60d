package io.authsvcs.gateway.upstream;

import java.util.Arrays;
import java.util.Optional;

/** What an instance says of itself when it is asked. It counts more than what the registry has heard. */
enum Word {
    STARTING,
    UP,
    /** Ready, but it can't reach its database: others may. */
    IMPAIRED,
    /** Gets no new requests, and finishes those that come. */
    DRAINING,
    LEAVING;

    static Optional<Word> parse(String text) {
        return Arrays.stream(values()).filter(word -> word.name().equals(text)).findFirst();
    }
}
