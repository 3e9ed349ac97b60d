package io.authsvcs.auth.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the writes of the last day led to, by their idempotency keys. */
@Component
public class Effects {
    private static final Duration KEPT = Duration.ofDays(1);

    private final EffectRows rows;

    Effects(EffectRows rows) {
        this.rows = rows;
    }

    /**
     * Keeps what a write is about to lead to, as part of its transaction. While another transaction has claimed the same key
     * this waits for its end.
     *
     * @return whether the write is to go on: false where it has been done before
     */
    public Mono<Boolean> claim(Optional<IdempotencyKey> key, Effect effect) {
        return key.map(present -> rows.insert(present, effect)).orElseGet(() -> Mono.just(true));
    }

    /** What the write of this key led to; empty where there was none, or no key. */
    public Mono<Done> find(Optional<IdempotencyKey> key) {
        return Mono.justOrEmpty(key).flatMap(rows::find);
    }

    /** Forgets a helping of those that nobody will repeat any more; how many. */
    public Mono<Long> forget(int most) {
        return rows.deleteOlderThan(KEPT, most);
    }

    /** A write that was done before. */
    public record Done(Effect effect, Instant at) {}
}
