package io.authsvcs.auth.token;

/** The claims of an access token that no RFC registers: seed 001's, and OpenID Connect's {@code sid}. */
final class JwtClaims {
    static final String SESSION = "sid";
    static final String USER_ID = "uid";
    static final String USER_NAME = "userName";
    static final String FIRST_NAME = "firstName";
    static final String LAST_NAME = "lastName";
    static final String ROLES = "roles";
    /** The roles again, where resource servers look for them by default (RFC 8693 §4.2). */
    static final String SCOPE = "scope";
    /** By which methods the session was opened (RFC 8176 §1). */
    static final String METHODS = "amr";

    static final String SEED_ISSUER = "issuer";
    static final String SEED_ISSUER_VALUE = "urn:auth";

    private JwtClaims() {}
}
