package io.authsvcs.auth.session;

import java.util.Optional;

/**
 * Where a login came from, as its owner will see it in the list of sessions.
 *
 * @param client the User-Agent, cut to {@value #LONGEST} characters
 * @param address the address that the gateway saw
 */
public record Caller(Optional<String> client, Optional<String> address) {
    private static final int LONGEST = 256;

    public Caller {
        client = client.map(Caller::cut);
        address = address.map(Caller::cut);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
