package io.authsvcs.auth.token;

/** What verifying an access token concluded, before anybody asked whether its session still lives. */
public sealed interface TokenVerdict {
    /** Signed by us and in time. */
    record Genuine(AccessClaims claims) implements TokenVerdict {}

    /** Signed by us, too old. */
    record Expired(AccessClaims claims) implements TokenVerdict {}

    /** A signed token that none of our keys signed, or not in the one way that we sign. */
    record InvalidSignature() implements TokenVerdict {}

    /** No JWT. */
    record Malformed() implements TokenVerdict {}
}
