package io.authsvcs.gateway.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Takes an instance's own word, which it has given to somebody who asked. */
    public void told(String id, String said) {
        Optional.ofNullable(known.get(id))
                .ifPresent(instance -> Word.parse(said).ifPresent(instance::says));
    }

    /** Those whom a gateway should look for that starts without a registry. */
    List<Registration> worthRemembering() {
        return known.values().stream()
                .filter(Instance::isUsable)
                .map(Instance::registration)
                .toList();
    }

    Collection<Instance> all() {
        return known.values();
    }

    Instant now() {
        return clock.instant();
    }

    /** Knows those who were there before this gateway started, until the registry and probes say more. */
    synchronized void remember(List<Registration> registrations) {
        Map<String, Instance> remembered = new LinkedHashMap<>(known);
        registrations.forEach(registration ->
                remembered.putIfAbsent(registration.id(), new Instance(registration, false, clock.instant())));
        known = remembered;
    }

    /**
     * Takes over what the registry says. An instance that is missing there without having said that it leaves is kept: the
     * registry may have been restarted empty. Probes decide.
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

    private Instance listed(Registration registration) {
        Instance instance = known.get(registration.id());
        if (instance == null || !instance.registration().hasAddressOf(registration)) {
            return new Instance(registration, true, clock.instant());
        }
        instance.listed(registration);
        return instance;
    }

    private boolean isWorthKeeping(Instance instance, List<Registration> registrations) {
        Predicate<Registration> sameAddress = instance.registration()::hasAddressOf;
        return instance.isMissed()
                && registrations.stream().noneMatch(sameAddress)
                && !instance.isGoneSince(clock.instant().minus(SHOWN_WHEN_GONE));
    }

    private static void keep(Instance instance, Map<String, Instance> next) {
        instance.missing();
        next.put(instance.id(), instance);
    }
}
