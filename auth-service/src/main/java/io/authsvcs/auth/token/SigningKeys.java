package io.authsvcs.auth.token;

import com.github.benmanes.caffeine.cache.Ticker;
import io.authsvcs.auth.token.SigningKeyRows.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The keys that all instances share, from the database into this instance's {@link KeyRing}. */
@Component
public class SigningKeys {
    private final SigningKeyRows rows;
    private final SigningKeyCodec codec;
    private final KeyRing ring;
    private final RotationSettings settings;
    private final Ticker ticker;

    SigningKeys(SigningKeyRows rows, SigningKeyCodec codec, KeyRing ring, RotationSettings settings, Ticker ticker) {
        this.rows = rows;
        this.codec = codec;
        this.ring = ring;
        this.settings = settings;
        this.ticker = ticker;
    }

    /**
     * Reads the keys, making the first one where there is none.
     *
     * @return an error of {@link WrongMasterKey} where one of them can't be decrypted
     */
    public Mono<Void> load() {
        return read().switchIfEmpty(Mono.defer(() -> insertFirst().then(read())))
                .doOnNext(ring::replace)
                .then();
    }

    /** Whether the newest key has signed for as long as it should, as far as this instance knows. */
    public boolean isSuccessorDue() {
        if (ring.isEmpty() || !settings.isScheduled()) {
            return false;
        }
        Instant newest = ring.read().getLast().signsFrom();
        return !newest.plus(settings.age()).isAfter(ring.now());
    }

    private Mono<KeyReading> read() {
        return Mono.defer(() -> {
            long askedAt = ticker.read();
            Map<String, PublishedKey> known =
                    ring.read().stream().collect(Collectors.toMap(PublishedKey::kid, key -> key));
            return rows.findInService(known.keySet())
                    .filter(found -> !found.isEmpty())
                    .publishOn(Schedulers.boundedElastic())
                    .map(found -> reading(askedAt, found, known));
        });
    }

    private KeyReading reading(long askedAt, List<Row> found, Map<String, PublishedKey> known) {
        Instant now = found.getFirst().now();
        // Read before decrypting, which takes its time.
        long answeredAt = ticker.read();
        return new KeyReading(
                askedAt,
                answeredAt,
                now,
                found.stream().map(row -> restore(row, known)).toList());
    }

    private PublishedKey restore(Row row, Map<String, PublishedKey> known) {
        return row.key()
                .map(key -> codec.restore(key, row.signsFrom(), row.verifiesUntil()))
                .orElseGet(() -> renew(Objects.requireNonNull(known.get(row.kid())), row));
    }

    private static PublishedKey renew(PublishedKey known, Row row) {
        return new PublishedKey(
                known.kid(),
                known.publicKey(),
                row.signable() ? known.privateKey() : Optional.empty(),
                row.signsFrom(),
                row.verifiesUntil());
    }

    private Mono<Void> insertFirst() {
        return Mono.fromCallable(() -> codec.store(codec.generate()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(rows::insertFirst);
    }
}
