package io.authsvcs.auth.contract.altegio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Identity.Names;
import io.authsvcs.auth.identity.Particulars;
import io.authsvcs.auth.token.OpaqueToken;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A user as seed 000 shows them, in its order; what isn't known is empty, as its SDKs expect strings. */
record AltegioUser(
        long id,
        @JsonProperty("user_token") String userToken,
        String name,
        String phone,
        String login,
        String email,
        String avatar,
        @JsonProperty("is_approved") boolean isApproved,
        @JsonProperty("is_email_confirmed") boolean isEmailConfirmed) {
    static AltegioUser of(Identity identity, Particulars particulars, OpaqueToken apiKey) {
        Names names = identity.names();
        return new AltegioUser(
                particulars.number(),
                apiKey.text(),
                name(names),
                names.phoneNumber().orElse(""),
                names.userName().orElse(""),
                names.email().orElse(""),
                particulars.attributes().avatar().orElse(""),
                identity.isActive(),
                particulars.emailConfirmed());
    }

    private static String name(Names names) {
        String name = Stream.concat(names.firstName().stream(), names.lastName().stream())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? names.userName().orElse("") : name;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AltegioUser[" + id + "]";
    }
}
