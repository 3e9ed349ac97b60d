package io.authsvcs.auth.credential;

import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hashes and verifies passwords: Argon2id, as PHC strings, off the event loops. */
@Component
public class Passwords implements DisposableBean {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    // Not empty: of an empty one nothing would be hashed.
    private static final String NOBODYS_PASSWORD = "nobody's password";

    private final Argon2PasswordEncoder encoder;
    private final HashLane lane;
    private final String nobodysHash;

    Passwords(HashingSettings settings) {
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, settings.memoryKib(), settings.iterations());
        lane = new HashLane(Runtime.getRuntime().availableProcessors(), settings.waiting());
        nobodysHash = encode(NOBODYS_PASSWORD);
    }

    public Mono<PasswordHash> hash(Password password) {
        return lane.run(() -> new PasswordHash(encode(password.text())));
    }

    /** Whether the password is the one behind the hash. */
    public Mono<Boolean> verify(Password password, PasswordHash hash) {
        // Too long to have ever been set: never right, and no more work than any other.
        return password.bytes() > Password.LONGEST
                ? spend().thenReturn(false)
                : lane.run(() -> encoder.matches(password.text(), hash.phc()));
    }

    /** Costs what verifying costs, so that somebody unknown can't be told from somebody known by time. */
    public Mono<Void> spend() {
        return lane.run(() -> encoder.matches(NOBODYS_PASSWORD, nobodysHash)).then();
    }

    // Its signature allows null, which only a null password gets.
    private String encode(String text) {
        return Objects.requireNonNull(encoder.encode(text));
    }

    @Override
    public void destroy() {
        lane.close();
    }
}
