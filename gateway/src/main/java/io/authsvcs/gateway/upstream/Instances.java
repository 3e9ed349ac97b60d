package io.authsvcs.gateway.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Every instance that this gateway knows of. */
public final class Instances {
    /** How long operators see one that has vanished. */
    private static final Duration SHOWN_WHEN_GONE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private volatile Map<String, Instance> known = Map.of();

    Instances(InstantSource clock) {
        this.clock = clock;
    }

    /** What operators see, in the registry's order. */
    public List<Sighting> sightings() {
        Instant now = clock.instant();
        return known.values().stream().map(instance -> instance.sight(now)).toList();
    }

    /** How many a request may be sent to. */
    public long usable() {
        return known.values().stream().filter(Instance::isUsable).count();
    }

    Collection<Instance> all() {
        return known.values();
    }

    /**
     * Takes over what the registry says. An instance that is missing there without having said DOWN is kept: the registry
     * may have been restarted empty. {@link #probed} decides.
     */
    synchronized void refresh(List<Registration> registrations) {
        Map<String, Instance> next = new LinkedHashMap<>();
        registrations.forEach(registration -> next.put(registration.id(), listed(registration)));
        known.values().stream()
                .filter(instance -> !next.containsKey(instance.id()))
                .filter(instance -> isWorthKeeping(instance, registrations))
                .forEach(instance -> keep(instance, next));
        known = next;
        sightings();
    }

    void probed(Instance instance, Probe.Finding finding) {
        switch (finding) {
            case SERVING -> instance.circuit().servesAgain();
            // Slow is not gone: one that the registry has lost is used for as long as somebody is there.
            case NOT_SERVING -> {}
            case NOBODY -> {
                if (instance.isMissing()) {
                    instance.gone();
                }
            }
        }
    }

    private Instance listed(Registration registration) {
        Instance instance = known.get(registration.id());
        if (instance == null || !instance.registration().hasAddressOf(registration)) {
            return new Instance(registration, clock.instant());
        }
        instance.listed(registration);
        return instance;
    }

    private boolean isWorthKeeping(Instance instance, List<Registration> registrations) {
        Predicate<Registration> sameAddress = instance.registration()::hasAddressOf;
        return instance.registration().status() == Registration.Status.UP
                && registrations.stream().noneMatch(sameAddress)
                && !instance.isGoneSince(clock.instant().minus(SHOWN_WHEN_GONE));
    }

    private static void keep(Instance instance, Map<String, Instance> next) {
        instance.missing();
        next.put(instance.id(), instance);
    }
}
