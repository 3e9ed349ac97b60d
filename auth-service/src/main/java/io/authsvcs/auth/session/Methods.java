package io.authsvcs.auth.session;

import java.util.Arrays;
import java.util.List;

/** How somebody has shown who they are, in the words of RFC 8176 (§2). */
public enum Methods {
    PASSWORD("pwd"),
    /** And a code of their authenticator (RFC 6238). */
    CODE("pwd otp mfa"),
    /** And a recovery code, for which there is no word: all that is said is that there was a second factor. */
    RECOVERY_CODE("pwd mfa");

    private final String stored;

    Methods(String stored) {
        this.stored = stored;
    }

    static Methods of(String stored) {
        return Arrays.stream(values())
                .filter(methods -> methods.stored.equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown methods: " + stored));
    }

    /** As the database has it: {@code pwd otp mfa}. */
    String stored() {
        return stored;
    }

    /** The values of the claim {@code amr}. */
    public List<String> amr() {
        return List.of(stored.split(" ", -1));
    }

    public boolean areTwoFactors() {
        return this != PASSWORD;
    }
}
