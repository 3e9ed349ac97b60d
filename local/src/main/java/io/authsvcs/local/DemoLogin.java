package io.authsvcs.local;

import java.net.URI;

/**
 * A log-in that has just worked.
 *
 * @param gateway the one URL
 * @param answer the body as the gateway sent it
 */
public record DemoLogin(URI gateway, String email, String password, String answer) {
    /** The same log-in, to be pasted into a shell. */
    public String curl() {
        return "curl -s " + gateway + "/v1/auth/login -H 'Content-Type: application/json' -d '" + body() + "'";
    }

    private String body() {
        return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
    }
}
