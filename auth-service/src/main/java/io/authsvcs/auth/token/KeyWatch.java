package io.authsvcs.auth.token;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Keeps this instance's keys as the database has them: looks again and again, and at once where a token names a key that
 * isn't known. While the database is away, what is known stays in use.
 */
@Component
class KeyWatch implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(KeyWatch.class);
    private static final Duration BETWEEN_MISSES = Duration.ofSeconds(30);

    private final SigningKeys keys;
    private final KeySuccession succession;
    private final AtomicBoolean away = new AtomicBoolean();
    private final Disposable watching;
    private volatile Optional<Sinks.Empty<Void>> underWay = Optional.empty();

    KeyWatch(SigningKeys keys, KeySuccession succession, KeyRing ring, RotationSettings settings) {
        this.keys = keys;
        this.succession = succession;
        this.watching = occasions(settings.reloadInterval(), ring.misses())
                // The first time is the start's, after its migrations.
                .filter(occasion -> !ring.isEmpty())
                .concatMap(occasion -> read(), 1)
                .subscribe();
    }

    /** Anybody can make up a kid, so that all misses together count once in a while only. */
    static Flux<Object> occasions(Duration interval, Flux<String> misses) {
        Duration first =
                interval.multipliedBy(ThreadLocalRandom.current().nextInt(100)).dividedBy(100);
        return Flux.<Object>merge(
                        Flux.interval(first, interval).onBackpressureDrop(), misses.sampleFirst(BETWEEN_MISSES))
                .onBackpressureDrop();
    }

    /** Ends with the reading that is under way; absent where none is. */
    Optional<Mono<Void>> underWay() {
        return underWay.map(Sinks.Empty::asMono);
    }

    private Mono<Void> read() {
        Sinks.Empty<Void> end = Sinks.empty();
        underWay = Optional.of(end);
        return load().doFinally(how -> {
            // The next may have begun already.
            underWay.filter(end::equals).ifPresent(own -> underWay = Optional.empty());
            end.tryEmitEmpty();
        });
    }

    private Mono<Void> load() {
        return keys.load()
                .then(Mono.defer(succession::eraseSpentHalves))
                .doOnSuccess(done -> {
                    if (away.getAndSet(false)) {
                        log.info("The signing keys can be read again");
                    }
                })
                .onErrorResume(failure -> {
                    if (!away.getAndSet(true)) {
                        log.warn("The signing keys can't be read, those known stay in use: {}", failure.getMessage());
                    }
                    return Mono.empty();
                });
    }

    @Override
    public void destroy() {
        watching.dispose();
    }
}
