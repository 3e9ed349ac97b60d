package io.authsvcs.auth.token;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The keys that all instances share, from the database into this instance's {@link KeyRing}. */
@Component
public class SigningKeys {
    private final SigningKeyRows rows;
    private final SigningKeyCodec codec;
    private final KeyRing ring;

    SigningKeys(SigningKeyRows rows, SigningKeyCodec codec, KeyRing ring) {
        this.rows = rows;
        this.codec = codec;
        this.ring = ring;
    }

    /**
     * Reads the keys, making the first one where there is none.
     *
     * @return an error of {@link WrongMasterKey} where they can't be decrypted
     */
    public Mono<Void> load() {
        return restoreAll()
                .filter(keys -> !keys.isEmpty())
                .switchIfEmpty(Mono.defer(() -> insertFirst().then(restoreAll())))
                .doOnNext(ring::replace)
                .then();
    }

    private Mono<List<SigningKey>> restoreAll() {
        return rows.findAll()
                .publishOn(Schedulers.boundedElastic())
                .map(stored -> stored.stream().map(codec::restore).toList());
    }

    private Mono<Void> insertFirst() {
        return Mono.fromCallable(() -> codec.store(codec.generate()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(rows::insertFirst);
    }
}
