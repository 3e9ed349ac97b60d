package io.authsvcs.auth.credential;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hashes passwords with Argon2id, and verifies them against that and the forms of the systems that users come from; all
 * of it off the event loops.
 */
@Component
public class Passwords implements DisposableBean {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    // Not empty: of an empty one nothing would be hashed.
    private static final Password NOBODYS_PASSWORD = new Password("nobody's password");

    private final Argon2PasswordEncoder encoder;
    private final HashLane lane;
    private final HashTrial trial = new HashTrial();
    private final PasswordHash nobodysHash;

    Passwords(HashingSettings settings) {
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, settings.memoryKib(), settings.iterations());
        lane = new HashLane(threads(settings), settings.waiting());
        nobodysHash = encode(NOBODYS_PASSWORD);
    }

    /** As many as cores, unless a quarter of the heap is too small for what they need all at once. */
    private static int threads(HashingSettings settings) {
        long roomFor = Runtime.getRuntime().maxMemory() / 4 / (settings.memoryKib() * 1024L);
        return Math.clamp(roomFor, 1, Runtime.getRuntime().availableProcessors());
    }

    public Mono<PasswordHash> hash(Password password) {
        return lane.run(() -> encode(password));
    }

    /** The same for somebody who has time: where the lane is full this waits for room, for some seconds. */
    public Mono<PasswordHash> hashPatiently(Password password) {
        return hash(password)
                .retryWhen(Retry.fixedDelay(PATIENCE.dividedBy(PAUSE), PAUSE)
                        .filter(Passwords::isFull)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    /**
     * Whether the password is the one behind the hash. A wrong one costs at least what {@link #spend} does, however
     * cheap the hash; a right one gets there by being hashed anew where {@link #isOutdated}.
     */
    public Mono<Boolean> verify(Password password, PasswordHash hash) {
        // Too long to have ever been set: never right, and no more work than any other.
        return password.bytes() > Password.LONGEST
                ? spend().thenReturn(false)
                : lane.run(() -> isRight(password, hash));
    }

    /** Whether a hash is anything but what {@link #hash} makes today, and should be replaced by that. */
    public boolean isOutdated(PasswordHash hash) {
        String present = nobodysHash.text();
        String parameters = present.substring(0, present.lastIndexOf('$', present.lastIndexOf('$') - 1) + 1);
        return !hash.text().startsWith(parameters) || hash.text().length() != present.length();
    }

    /** Costs what verifying costs, so that somebody unknown can't be told from somebody known by time. */
    public Mono<Void> spend() {
        return lane.run(() -> trial.isRight(NOBODYS_PASSWORD, nobodysHash)).then();
    }

    private boolean isRight(Password password, PasswordHash hash) {
        boolean right = trial.isRight(password, hash);
        if (!right && isOutdated(hash)) {
            trial.isRight(NOBODYS_PASSWORD, nobodysHash);
        }
        return right;
    }

    private static boolean isFull(Throwable failure) {
        return failure instanceof Fault fault && fault.code() == FaultCode.OVERLOADED;
    }

    // Its signature allows null, which only a null password gets.
    private PasswordHash encode(Password password) {
        return new PasswordHash(Objects.requireNonNull(encoder.encode(password.text())));
    }

    @Override
    public void destroy() {
        lane.close();
    }
}
