package io.authsvcs.auth.token;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The keys that all instances share: each verifies, the newest signs. */
@Component
public class SigningKeys {
    private final SigningKeyRows rows;
    private final SigningKeyCodec codec;
    private volatile List<SigningKey> ring = List.of();

    SigningKeys(SigningKeyRows rows, SigningKeyCodec codec) {
        this.rows = rows;
        this.codec = codec;
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
                .doOnNext(keys -> ring = keys)
                .then();
    }

    SigningKey current() {
        List<SigningKey> keys = ring;
        if (keys.isEmpty()) {
            throw new Fault(FaultCode.STARTING);
        }
        return keys.getLast();
    }

    Optional<RSAPublicKey> findPublicKey(String kid) {
        return ring.stream()
                .filter(key -> key.kid().equals(kid))
                .map(SigningKey::publicKey)
                .findFirst();
    }

    List<SigningKey> all() {
        return ring;
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
