package io.authsvcs.common;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an instance says of itself when it is asked at {@link #PATH}: {@code {"id":"…","state":"UP","tokensAtOnce":64}}. It
 * counts more than what the registry has heard. An older one takes no {@link GatheredTokens}, and doesn't say how many.
 */
public enum Word {
    /** It refuses every request, unlooked at. */
    STARTING,
    UP,
    /** It is ready, and can't reach its database: others may. */
    IMPAIRED,
    /** An operator wants it to get no new requests; what still arrives is served. */
    DRAINING,
    /** The same, and its process ends in a moment. */
    LEAVING;

    /** GET says it; POST to {@code /drain} and {@code /undrain} below it changes it. */
    public static final String PATH = "/internal/instance";

    /** Empty for a word of another version. */
    public static Optional<Word> find(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }
}
