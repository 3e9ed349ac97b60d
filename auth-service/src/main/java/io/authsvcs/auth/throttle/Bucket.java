package io.authsvcs.auth.throttle;

import io.authsvcs.auth.token.Sha256;
import java.util.HexFormat;

/**
 * Something that tries count for.
 *
 * @param key the SHA-256, in hexadecimal, of what it is: no address and no name is kept
 */
record Bucket(Scope scope, String key, Allowance allowance) {
    /** @param parts without line breaks */
    static Bucket of(Scope scope, Allowance allowance, String... parts) {
        String name = scope.label() + "\n" + String.join("\n", parts);
        return new Bucket(scope, HexFormat.of().formatHex(Sha256.of(name)), allowance);
    }
}
