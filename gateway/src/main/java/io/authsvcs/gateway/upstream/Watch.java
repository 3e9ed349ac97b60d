package io.authsvcs.gateway.upstream;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Twice a second, away from any request: takes over what the registry says, and probes who is in doubt. */
final class Watch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Instances instances;
    private final Registry registry;
    private final Probe probe;
    private final Duration interval;
    private final Disposable.Swap loop = Disposables.swap();

    Watch(Instances instances, Registry registry, Probe probe, Duration interval) {
        this.instances = instances;
        this.registry = registry;
        this.probe = probe;
        this.interval = interval;
    }

    @Override
    public void start() {
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

    /** Before the web server, so that the first request finds what is known. */
    @Override
    public int getPhase() {
        return 0;
    }

    Mono<Void> look() {
        return Mono.fromRunnable(() -> instances.refresh(registry.registrations()))
                .thenMany(Flux.defer(() -> Flux.fromIterable(instances.all())))
                .filter(Instance::isDoubtful)
                .flatMap(this::probe)
                .then();
    }

    private Mono<Probe.Finding> probe(Instance instance) {
        return probe.look(instance.registration()).doOnNext(finding -> instances.probed(instance, finding));
    }

    private static Mono<Void> goOn(Throwable cause) {
        LOG.error("Looking at the instances failed; what was known before is used until the next look", cause);
        return Mono.empty();
    }
}
