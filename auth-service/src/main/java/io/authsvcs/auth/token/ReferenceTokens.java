package io.authsvcs.auth.token;

import io.authsvcs.auth.session.SessionId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The reference token of a session: 46 lower-case hex digits (seed 003). It follows from the session, so that it can be
 * answered twice and shown in a list; without the master key its hash says nothing.
 */
@Component
public class ReferenceTokens {
    private static final int BYTES = 23;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    private final Derivation derivation;

    ReferenceTokens(MasterKey masterKey) {
        this.derivation = new Derivation(masterKey, "reference tokens");
    }

    public OpaqueToken of(SessionId session) {
        byte[] name = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(session.id().getMostSignificantBits())
                .putLong(session.id().getLeastSignificantBits())
                .array();
        return new OpaqueToken(HexFormat.of().formatHex(Arrays.copyOf(derivation.mac(name), BYTES)));
    }

    static boolean isOne(String token) {
        return SHAPE.matcher(token).matches();
    }
}
