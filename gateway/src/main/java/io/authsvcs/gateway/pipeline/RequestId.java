package io.authsvcs.gateway.pipeline;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** How a request is called: as its caller calls it where that can be written to any log as it is, else as we do. */
public final class RequestId {
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    public static String from(Optional<String> given) {
        return given.filter(id -> WELL_FORMED.matcher(id).matches()).orElseGet(RequestId::any);
    }

    /** It has to be another one each time, which chance sees to; that it can be guessed harms nobody. */
    private static String any() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
