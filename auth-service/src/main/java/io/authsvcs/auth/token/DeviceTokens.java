package io.authsvcs.auth.token;

import io.authsvcs.auth.identity.Subject;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The token by which a browser is known to one person: a random id, and an HMAC of it and of whom it is for. It is kept
 * nowhere, lets nobody in, and tells nobody else anything.
 */
@Component
public class DeviceTokens {
    private static final int NAME_BYTES = 2 * Long.BYTES;

    private final Derivation derivation;

    DeviceTokens(MasterKey masterKey) {
        this.derivation = new Derivation(masterKey, "device tokens");
    }

    /** Another at each call. */
    public OpaqueToken next(Subject holder) {
        return new OpaqueToken(derivation.token(bytes(UUID.randomUUID()), bytes(holder.id())));
    }

    /** The id in a token of this holder's; empty for any other text. */
    public Optional<UUID> read(String token, Subject holder) {
        return derivation
                .name(token, NAME_BYTES, bytes(holder.id()))
                .map(name -> new UUID(name.getLong(), name.getLong()));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(NAME_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
