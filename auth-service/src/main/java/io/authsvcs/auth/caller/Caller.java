package io.authsvcs.auth.caller;

import java.util.Optional;

/**
 * Where a request came from.
 *
 * @param client the User-Agent, cut to {@value #LONGEST} characters
 * @param address the address that the gateway saw
 * @param device as which a browser says that it is known
 * @param requestId the one in every log and answer
 */
public record Caller(Optional<String> client, Optional<String> address, Optional<Device> device, String requestId) {
    private static final int LONGEST = 256;

    public Caller {
        client = client.map(Caller::cut);
        address = address.map(Caller::cut);
        requestId = cut(requestId);
    }

    /** The product itself, at work without having been asked. */
    public static Caller itself(String work) {
        return new Caller(Optional.empty(), Optional.empty(), Optional.empty(), work);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
