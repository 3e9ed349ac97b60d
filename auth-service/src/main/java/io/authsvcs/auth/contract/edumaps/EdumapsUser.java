package io.authsvcs.auth.contract.edumaps;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.authsvcs.auth.identity.Attributes;
import io.authsvcs.auth.identity.Attributes.Organisation;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.token.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/** A user in seed 002's order; {@code username} is the address. */
record EdumapsUser(
        @JsonProperty("_id") String id,
        String username,
        String email,
        String updatedAt,
        String createdAt,
        List<Organisation> belongsTo,
        List<String> integrations) {
    /** Always three digits of a second, as JavaScript writes it. */
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int HASHED_BYTES = 8;

    static EdumapsUser of(Identity identity, Attributes attributes) {
        String email = identity.names().email().orElse("");
        return new EdumapsUser(
                attributes.objectId().orElseGet(() -> objectId(identity)),
                email,
                email,
                MILLISECONDS.format(identity.updatedAt()),
                MILLISECONDS.format(identity.createdAt()),
                attributes.belongsTo(),
                attributes.integrations());
    }

    /** In the shape of MongoDB's ObjectId, which begins with the second in which it was made. */
    private static String objectId(Identity identity) {
        Instant created = identity.createdAt();
        byte[] hash = Sha256.of(identity.subject().toString());
        return HexFormat.of().toHexDigits(created.getEpochSecond(), 8)
                + HexFormat.of().formatHex(hash, 0, HASHED_BYTES);
    }
}
