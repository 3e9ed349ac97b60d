package io.authsvcs.auth.session;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The SHA-256 of an opaque token, by which it is known. */
public record TokenHash(ByteBuffer sha256) {
    public static TokenHash of(byte[] sha256) {
        return new TokenHash(ByteBuffer.wrap(sha256.clone()).asReadOnlyBuffer());
    }

    String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    byte[] bytes() {
        byte[] bytes = new byte[sha256.remaining()];
        sha256.duplicate().get(bytes);
        return bytes;
    }
}
