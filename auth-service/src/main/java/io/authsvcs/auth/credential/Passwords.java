package io.authsvcs.auth.credential;

import io.authsvcs.auth.credential.form.Argon2id;
import io.authsvcs.auth.credential.form.Scratch;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hashes passwords with Argon2id, and verifies them against that and the forms of the systems that users come from; all
 * of it off the event loops.
 */
@Component
public class Passwords implements DisposableBean {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    // Not empty: of an empty one nothing would be hashed.
    private static final Password NOBODYS_PASSWORD = new Password("nobody's password");

    private final Argon2id argon2id;
    private final HashLane lane;
    private final HashTrial trial = new HashTrial();
    private final PasswordHash nobodysHash;

    Passwords(HashingSettings settings) {
        argon2id = new Argon2id(settings.memoryKib(), settings.iterations());
        lane = new HashLane(threads(settings), settings.waiting(), LONGEST_WAIT, settings.memoryKib());
        nobodysHash = hash(NOBODYS_PASSWORD, new Scratch(0));
    }

    /** As many as cores, unless a quarter of the heap is too small for what they need all at once. */
    private static int threads(HashingSettings settings) {
        long roomFor = Runtime.getRuntime().maxMemory() / 4 / (settings.memoryKib() * 1024L);
        return Math.clamp(roomFor, 1, Runtime.getRuntime().availableProcessors());
    }

    /** Ends in a refusal where a hash would, so that nothing is looked up for it first: in a flood, most would be in vain. */
    public Mono<Void> requireRoom(Precedence precedence) {
        return Mono.fromRunnable(() -> lane.requireRoom(precedence));
    }

    public Mono<PasswordHash> hash(Password password) {
        return lane.run(Precedence.STRANGER, scratch -> hash(password, scratch));
    }

    /** The same for somebody who has time: where the lane is full this waits for room, for some seconds. */
    public Mono<PasswordHash> hashPatiently(Password password) {
        return hash(password)
                .retryWhen(Retry.fixedDelay(PATIENCE.dividedBy(PAUSE), PAUSE)
                        .filter(Passwords::isFull)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    /** In the line of strangers. */
    public Mono<Boolean> verify(Password password, PasswordHash hash) {
        return verify(password, hash, Precedence.STRANGER);
    }

    /**
     * Whether the password is the one behind the hash. A wrong one costs at least what {@link #spend} does, however
     * cheap the hash; a right one gets there by being hashed anew where {@link #isOutdated}.
     */
    public Mono<Boolean> verify(Password password, PasswordHash hash, Precedence precedence) {
        // Too long to have ever been set: never right, and no more work than any other.
        return password.bytes() > Password.LONGEST
                ? spend(precedence).thenReturn(false)
                : lane.run(precedence, scratch -> isRight(password, hash, scratch));
    }

    /**
     * The hash of another password for whoever knows the one behind this hash, and nothing for others. Both are worked at
     * in one turn: who has waited for the first is not made to wait again.
     */
    public Mono<PasswordHash> exchange(Password known, PasswordHash hash, Password wanted) {
        return known.bytes() > Password.LONGEST
                ? spend().then(Mono.empty())
                : lane.run(Precedence.STRANGER, scratch -> exchange(known, hash, wanted, scratch))
                        .flatMap(Mono::justOrEmpty);
    }

    /** Whether a hash is anything but what {@link #hash} makes today, and should be replaced by that. */
    public boolean isOutdated(PasswordHash hash) {
        return !hash.text().startsWith(argon2id.prefix()) || hash.text().length() != argon2id.length();
    }

    /** Costs what verifying costs, so that somebody unknown can't be told from somebody known by time. */
    public Mono<Void> spend() {
        return spend(Precedence.STRANGER);
    }

    private Mono<Void> spend(Precedence precedence) {
        return lane.run(precedence, scratch -> trial.isRight(NOBODYS_PASSWORD, nobodysHash, scratch))
                .then();
    }

    private boolean isRight(Password password, PasswordHash hash, Scratch scratch) {
        boolean right = trial.isRight(password, hash, scratch);
        if (!right && isOutdated(hash)) {
            trial.isRight(NOBODYS_PASSWORD, nobodysHash, scratch);
        }
        return right;
    }

    private Optional<PasswordHash> exchange(Password known, PasswordHash hash, Password wanted, Scratch scratch) {
        return isRight(known, hash, scratch) ? Optional.of(hash(wanted, scratch)) : Optional.empty();
    }

    private static boolean isFull(Throwable failure) {
        return failure instanceof Fault fault && fault.code() == FaultCode.OVERLOADED;
    }

    private PasswordHash hash(Password password, Scratch scratch) {
        return new PasswordHash(argon2id.hash(password.utf8(), scratch));
    }

    @Override
    public void destroy() {
        lane.close();
    }
}
