package io.authsvcs.auth.oauth;

import io.authsvcs.auth.http.Fields;

/** The one field of both calls. */
final class TokenField {
    private TokenField() {}

    /** @throws io.authsvcs.auth.fault.Fault where it is missing; sent without a value it is (RFC 6749 §3.1) */
    static String read(Fields fields) {
        String token = fields.required("token");
        fields.check();
        return token;
    }
}
