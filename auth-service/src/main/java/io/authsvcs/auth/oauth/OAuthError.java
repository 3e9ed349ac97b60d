package io.authsvcs.auth.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** The body of an error (RFC 6749 §5.2). */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OAuthError(
        String error, @JsonProperty("error_description") Optional<String> description) {
    static final String INVALID_CLIENT = "invalid_client";
    static final String INVALID_REQUEST = "invalid_request";
    /** Of RFC 6749 §4.1.2.1, for want of better: §5.2 has no name for what isn't the caller's fault. */
    static final String TEMPORARILY_UNAVAILABLE = "temporarily_unavailable";

    static final String SERVER_ERROR = "server_error";

    static OAuthError of(String error) {
        return new OAuthError(error, Optional.empty());
    }

    static OAuthError of(String error, String description) {
        return new OAuthError(error, Optional.of(description));
    }
}
