package io.authsvcs.auth.token;

import com.github.benmanes.caffeine.cache.Ticker;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The signing keys as this instance last read them, and the time by which they count: the database's, carried on by the
 * machine's monotonic clock, so that a clock set wrong neither signs too early nor refuses what is good.
 */
@Component
class KeyRing {
    private final Ticker ticker;
    private final Sinks.Many<String> misses = Sinks.many().multicast().directBestEffort();
    private volatile State state = new State(Optional.empty(), 0);

    KeyRing(Ticker ticker) {
        this.ticker = ticker;
    }

    private record State(Optional<KeyReading> reading, long withdrawals) {
        State with(KeyReading next) {
            if (reading.isEmpty()) {
                return new State(Optional.of(next), withdrawals);
            }
            KeyReading last = reading.get();
            return next.isLaterThan(last)
                    ? new State(Optional.of(next), next.lacksAnyOf(last) ? withdrawals + 1 : withdrawals)
                    : this;
        }
    }

    synchronized void replace(KeyReading reading) {
        state = state.with(reading);
    }

    boolean isEmpty() {
        return read().isEmpty();
    }

    /** The key that signs now; the first to sign where the database's clock was set back before all of them. */
    SigningKey current() {
        Instant now = now();
        List<PublishedKey> able = reading().keys().stream()
                .filter(key -> key.privateKey().isPresent())
                .toList();
        return able.reversed().stream()
                .filter(key -> key.signsAt(now))
                .findFirst()
                .or(() -> able.stream().findFirst())
                .flatMap(PublishedKey::signing)
                .orElseThrow(() -> new Fault(FaultCode.STARTING));
    }

    /** A kid that isn't here is told to {@link #misses}. */
    Optional<RSAPublicKey> findPublicKey(String kid) {
        Optional<RSAPublicKey> found = published().stream()
                .filter(key -> key.kid().equals(kid))
                .map(PublishedKey::publicKey)
                .findFirst();
        if (found.isEmpty()) {
            misses.tryEmitNext(kid);
        }
        return found;
    }

    /** Every key that may be met: the next, the current, and those whose tokens aren't out yet. */
    List<PublishedKey> published() {
        Instant now = now();
        return reading().keys().stream().filter(key -> key.verifiesAt(now)).toList();
    }

    /** The keys as they were read last, also those that are out by now; none before the first time. */
    List<PublishedKey> read() {
        return state.reading().map(KeyReading::keys).orElse(List.of());
    }

    /** Whether a key that signs no more could still sign. */
    boolean holdsSpentHalves() {
        Instant now = now();
        return published().stream()
                        .filter(key -> key.signsAt(now) && key.privateKey().isPresent())
                        .count()
                > 1;
    }

    /** How often keys have been withdrawn: what a key has vouched for before may no longer be believed. */
    long withdrawals() {
        return state.withdrawals();
    }

    /** Kids that were looked for in vain; anybody can make them up. */
    Flux<String> misses() {
        return misses.asFlux();
    }

    Instant now() {
        return reading().timeAt(ticker.read());
    }

    /** How long ago the keys were as they are here. */
    Duration age() {
        return reading().ageAt(ticker.read());
    }

    /** @throws Fault before the first time: without keys, a good token would be taken for a forged one */
    private KeyReading reading() {
        return state.reading().orElseThrow(() -> new Fault(FaultCode.STARTING));
    }
}
