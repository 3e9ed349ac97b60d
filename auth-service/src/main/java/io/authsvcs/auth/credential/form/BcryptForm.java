package io.authsvcs.auth.credential.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * bcrypt, as {@code $2a$}, {@code $2b$} and {@code $2y$} alike write it.
 *
 * <p>Of a password only the first 72 bytes count. The systems that these hashes come from took longer ones and left the
 * rest out, so the same is done here: whoever got in there gets in here.
 *
 * @param rounds the binary logarithm of how many
 */
record BcryptForm(int rounds, Octets salt, Octets hash) implements HashForm {
    private static final Pattern SHAPE = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");
    private static final String ITS_ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int SALT_FROM = "$2a$10$".length();
    private static final int HASH_FROM = SALT_FROM + 22;
    private static final int LONGEST_PASSWORD = 72;
    private static final long MICROSECONDS_A_ROUND = 60;

    static Optional<HashForm> parse(String text) {
        return SHAPE.matcher(text).matches() ? read(text) : Optional.empty();
    }

    private static Optional<HashForm> read(String text) {
        int rounds = Integer.parseInt(text.substring(SALT_FROM - 3, SALT_FROM - 1));
        return octets(text.substring(SALT_FROM, HASH_FROM))
                .flatMap(salt -> octets(text.substring(HASH_FROM)).map(hash -> new BcryptForm(rounds, salt, hash)));
    }

    private static Optional<Octets> octets(String text) {
        StringBuilder base64 = new StringBuilder(text.length());
        text.chars().forEach(c -> base64.append(BASE64.charAt(ITS_ALPHABET.indexOf(c))));
        return Octets.ofBase64(base64.toString());
    }

    @Override
    public boolean matches(byte[] password, Scratch scratch) {
        byte[] key = Arrays.copyOf(password, Math.min(password.length, LONGEST_PASSWORD));
        // True: the zero that ends a string in C is part of the key.
        return hash.are(Arrays.copyOf(BCrypt.generate(key, salt.toArray(), rounds, true), hash.length()));
    }

    @Override
    public Cost cost() {
        return new Cost(4, (1L << rounds) * MICROSECONDS_A_ROUND / 1000);
    }
}
