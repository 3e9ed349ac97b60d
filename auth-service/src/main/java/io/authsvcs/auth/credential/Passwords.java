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

    private final Argon2PasswordEncoder encoder;
    private final HashLane lane;
    private final String nobodysHash;

    Passwords(HashingSettings settings) {
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, settings.memoryKib(), settings.iterations());
        lane = new HashLane(Runtime.getRuntime().availableProcessors(), settings.waiting());
        nobodysHash = encode("");
    }

    public Mono<PasswordHash> hash(Password password) {
        return lane.run(() -> new PasswordHash(encode(password.text())));
    }

    /** Whether the password is the one behind the hash. */
    public Mono<Boolean> verify(Password password, PasswordHash hash) {
        // Too long to have ever been set: never right, and no more work than any other.
        return password.bytes() > Password.LONGEST
                ? spend(new Password("")).thenReturn(false)
                : lane.run(() -> encoder.matches(password.text(), hash.phc()));
    }

    /** Costs what verifying costs, so that somebody unknown can't be told from somebody known by time. */
    public Mono<Void> spend(Password password) {
        String text = password.bytes() > Password.LONGEST ? "" : password.text();
        return lane.run(() -> encoder.matches(text, nobodysHash)).then();
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
