package io.authsvcs.gateway.pipeline;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a request is called: as its caller calls it where that can be written to any log as it is, else as we do. */
public final class RequestId {
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    public static String from(Optional<String> given) {
        return given.filter(id -> WELL_FORMED.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
