package io.authsvcs.auth.contract.slide;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.authsvcs.auth.identity.Attributes;
import io.authsvcs.auth.identity.Identity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A user in seed 003's order; texts are empty where they aren't known, and only {@code type} is null then. */
record SlideUser(
        String identifier,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        String email,
        @JsonProperty("mobile_number") String mobileNumber,
        String company,
        String groups,
        Optional<String> type,
        String status,
        String created,
        String updated) {
    /** Always six digits of a second, as the document has it. */
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static SlideUser of(Identity identity, Attributes attributes) {
        Identity.Names names = identity.names();
        return new SlideUser(
                identity.subject().toString(),
                names.firstName().orElse(""),
                names.lastName().orElse(""),
                names.email().orElse(""),
                names.phoneNumber().orElse(""),
                names.company().orElse(""),
                String.join(", ", identity.roles()),
                attributes.type(),
                identity.status().stored(),
                time(identity.createdAt()),
                time(identity.updatedAt()));
    }

    private static String time(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
