package io.authsvcs.auth.credential.form;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A salt, or the hash that a password has to give. */
final class Octets {
    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    static Octets random(int count, SecureRandom random) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return new Octets(bytes);
    }

    /** Base64 with or without padding. passlib writes a dot for the plus. */
    static Optional<Octets> ofBase64(String text) {
        try {
            return Optional.of(new Octets(Base64.getDecoder().decode(text.replace('.', '+'))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static Optional<Octets> ofHex(String text) {
        try {
            return Optional.of(new Octets(HexFormat.of().parseHex(text)));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    /** Without padding. */
    String base64() {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Of octets without padding, in characters. */
    static int base64Length(int count) {
        return Math.ceilDiv(4 * count, 3);
    }

    int length() {
        return bytes.length;
    }

    Octets first(int count) {
        return new Octets(Arrays.copyOf(bytes, count));
    }

    Octets after(int count) {
        return new Octets(Arrays.copyOfRange(bytes, count, bytes.length));
    }

    byte[] toArray() {
        return bytes.clone();
    }

    /** Takes as long for any octets of this length. */
    boolean are(byte[] others) {
        return MessageDigest.isEqual(bytes, others);
    }
}
