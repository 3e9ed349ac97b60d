package io.authsvcs.auth.token;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * By which the same password is known again that is tried on many people. Too short to tell passwords apart, and nothing
 * without the master key: whoever has the marks can try no password against them.
 */
@Component
public class PasswordMarks {
    private static final int BYTES = 4;

    private final Derivation derivation;

    PasswordMarks(MasterKey masterKey) {
        this.derivation = new Derivation(masterKey, "password marks");
    }

    public String of(String typed) {
        return HexFormat.of().formatHex(derivation.mac(typed.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }
}
