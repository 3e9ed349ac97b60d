package io.authsvcs.auth.api;

import io.authsvcs.auth.flow.Grant;
import java.time.Instant;

/** What {@code register} answers. {@code expiresAt} is the access token's, in ISO 8601, UTC. */
record GrantedTokens(String userID, String token, String refreshToken, Instant expiresAt) {
    static GrantedTokens of(Grant grant) {
        return new GrantedTokens(
                grant.subject().toString(),
                grant.accessToken().text(),
                grant.refreshToken().text(),
                grant.accessToken().expiresAt());
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "GrantedTokens[" + userID + "]";
    }
}
