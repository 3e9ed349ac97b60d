package io.authsvcs.auth.token;

import io.authsvcs.auth.persistence.Database;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * How one key follows another. What changes keys is part of the caller's transaction, in which it waits for others that
 * change them; {@link SigningKeys#load} brings it to this instance.
 */
@Component
public class KeySuccession {
    // For what was under way when the successor began to sign.
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final KeySuccessionRows rows;
    private final SigningKeyCodec codec;
    private final KeyRing ring;
    private final RotationSettings settings;
    private final Database database;
    private final Duration tail;

    KeySuccession(
            KeySuccessionRows rows,
            SigningKeyCodec codec,
            KeyRing ring,
            RotationSettings settings,
            TokenSettings tokens,
            Database database) {
        this.rows = rows;
        this.codec = codec;
        this.ring = ring;
        this.settings = settings;
        this.database = database;
        this.tail = tokens.lifetime().plus(SLACK);
    }

    /** Takes about a second of a core. */
    public Mono<CandidateKey> prepare() {
        return Mono.fromCallable(() -> new CandidateKey(codec.store(codec.generate())))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Publishes a key that will sign in a while, unless there is such a one already. */
    public Mono<KeyChange> publish(CandidateKey candidate) {
        return rows.lock().then(publishLocked(candidate));
    }

    /** The same, where the newest key has signed for as long as it should; empty otherwise. */
    public Mono<KeyChange> publishIfDue(CandidateKey candidate) {
        return rows.lock()
                .then(rows.isOlderThan(settings.age()))
                .filter(due -> due)
                .flatMap(due -> publishLocked(candidate));
    }

    /** A key is believed no more, and another signs in its place where it was the one that signs; empty: no such key. */
    public Mono<KeyChange> revoke(String kid, CandidateKey candidate) {
        return rows.lock()
                .then(rows.find(kid))
                .flatMap(key -> key.state() == KeyState.REVOKED
                        ? Mono.just(new KeyChange(key, false))
                        : rows.revoke(kid)
                                .then(replace(key.state(), candidate))
                                .then(rows.find(kid))
                                .map(revoked -> new KeyChange(revoked, true)));
    }

    /** The one that was published last. */
    public Mono<KeyRecord> newest() {
        return rows.findNewest();
    }

    public Mono<KeyRecord> find(String kid) {
        return rows.find(kid);
    }

    /** The newest first. */
    public Mono<List<KeyRecord>> list() {
        return rows.list();
    }

    /** Nobody needs the private half of a key that signs no more. A transaction of its own. */
    Mono<Void> eraseSpentHalves() {
        return ring.holdsSpentHalves()
                ? database.inTransaction(rows.lock().then(rows.eraseSpentHalves()))
                : Mono.empty();
    }

    private Mono<KeyChange> publishLocked(CandidateKey candidate) {
        return rows.findNext()
                .map(next -> new KeyChange(next, false))
                .switchIfEmpty(Mono.defer(() -> add(candidate)).map(added -> new KeyChange(added, true)));
    }

    private Mono<KeyRecord> add(CandidateKey candidate) {
        String kid = candidate.key().kid();
        return rows.insert(candidate.key(), settings.publishAhead())
                .then(rows.endOthers(kid, tail))
                .then(rows.eraseSpentHalves())
                .then(rows.find(kid));
    }

    private Mono<Void> replace(KeyState revoked, CandidateKey candidate) {
        return switch (revoked) {
            case CURRENT ->
                rows.hastenNext()
                        .filter(hastened -> hastened)
                        .switchIfEmpty(
                                rows.insert(candidate.key(), Duration.ZERO).thenReturn(true))
                        .then();
            case NEXT -> rows.endCurrentNoMore();
            case FORMER, REVOKED -> Mono.empty();
        };
    }
}
