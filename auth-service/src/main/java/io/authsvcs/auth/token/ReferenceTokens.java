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
    private static final int LABEL_DIGITS = 8;
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

    /** By which its owner tells it from others: the first 8 digits (seed 003's API calls it {@code token_key}). */
    public static String label(OpaqueToken token) {
        return token.text().substring(0, LABEL_DIGITS);
    }

    static boolean isOne(String token) {
        return SHAPE.matcher(token).matches();
    }
}
