package io.authsvcs.gateway.upstream;

import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Twice a second, away from any request: takes over what the registry says, and asks every instance how it is. */
final class Watch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Instances instances;
    private final Registry registry;
    private final Function<Registration, Mono<Finding>> probe;
    private final Memory memory;
    private final Duration interval;
    private final Disposable.Swap loop = Disposables.swap();

    Watch(
            Instances instances,
            Registry registry,
            Function<Registration, Mono<Finding>> probe,
            Memory memory,
            Duration interval) {
        this.instances = instances;
        this.registry = registry;
        this.probe = probe;
        this.memory = memory;
        this.interval = interval;
    }

    @Override
    public void start() {
        instances.remember(memory.recall());
        look().onErrorResume(Watch::goOn).block();
        loop.update(Flux.interval(Duration.ZERO, interval)
                .onBackpressureDrop()
                .concatMap(tick -> look().onErrorResume(Watch::goOn), 1)
                .subscribe());
    }

    @Override
    public void stop() {
        loop.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        Disposable current = loop.get();
        return current != null && !current.isDisposed();
    }

    /** Before the web server, so that the first request finds what is known, and how that is. */
    @Override
    public int getPhase() {
        return 0;
    }

    Mono<Void> look() {
        return Mono.fromRunnable(() -> instances.refresh(registry.registrations()))
                .thenMany(Flux.defer(() -> Flux.fromIterable(instances.all())))
                .flatMap(this::probe, Integer.MAX_VALUE)
                .then(remember());
    }

    private Mono<Finding> probe(Instance instance) {
        return Mono.defer(() -> {
                    long began = System.nanoTime();
                    return probe.apply(instance.registration()).doOnNext(finding -> {
                        tell(instance, finding);
                        instance.found(finding, began);
                    });
                })
                .onErrorResume(cause -> passOver(instance, cause));
    }

    /** Once, until it is trusted again. */
    private static void tell(Instance instance, Finding finding) {
        if (finding instanceof Finding.Untrusted untrusted && instance.contact().reach() != Reach.UNTRUSTED) {
            LOG.warn("Instance {} gets no requests: {}", instance.id(), untrusted.why());
        }
    }

    private static Mono<Finding> passOver(Instance instance, Throwable cause) {
        LOG.error("Looking at instance {} failed; what was known before is used", instance.id(), cause);
        return Mono.empty();
    }

    private Mono<Void> remember() {
        return Mono.<Void>fromRunnable(() -> memory.keep(instances.worthRemembering()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Mono<Void> goOn(Throwable cause) {
        LOG.error("Looking at the instances failed; what was known before is used until the next look", cause);
        return Mono.empty();
    }
}
