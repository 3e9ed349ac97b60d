package io.authsvcs.gateway.upstream;

import io.authsvcs.common.Word;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Every instance that this gateway knows of. */
public final class Instances {
    /** How long operators see one that has vanished. */
    private static final Duration SHOWN_WHEN_GONE = Duration.ofMinutes(1);

    private final Clocks clocks;
    private final Reach first;
    private volatile Map<String, Instance> known = Map.of();
    private volatile Consumer<Collection<Instance>> listener = none -> {};

    /** @param first what is held of each before it is asked */
    Instances(Clocks clocks, Reach first) {
        this.clocks = clocks;
        this.first = first;
    }

    /** What operators see, in the registry's order. */
    public List<Sighting> sightings() {
        return known.values().stream().map(Instance::sight).toList();
    }

    /** How many a request may be sent to. */
    public long usable() {
        return known.values().stream().filter(Instance::isUsable).count();
    }

    /** Those whom a gateway should look for that starts without a registry. */
    List<Registration> worthRemembering() {
        return known.values().stream()
                .filter(Instance::isUsable)
                .map(Instance::registration)
                .toList();
    }

    /** Calls this with all who are known, after each change of who that is. There is one such listener. */
    public synchronized void whenChanged(Consumer<Collection<Instance>> told) {
        listener = told;
        told.accept(known.values());
    }

    /** Takes over what an instance has said of itself. */
    void told(String id, Word word) {
        find(id).ifPresent(instance -> instance.says(word));
    }

    Optional<Instance> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    Collection<Instance> all() {
        return known.values();
    }

    /** Whether somebody is well whom this request has not been to. */
    boolean areWellBeside(Tries tries) {
        return known.values().stream().anyMatch(instance -> instance.isWell() && !tries.includes(instance));
    }

    /** Knows those who were there before this gateway started, until the registry and probes say more. */
    synchronized void remember(List<Registration> registrations) {
        Map<String, Instance> remembered = new LinkedHashMap<>(known);
        registrations.forEach(registration ->
                remembered.putIfAbsent(registration.id(), new Instance(registration, false, first, clocks)));
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
        boolean changed = !Set.copyOf(known.values()).equals(Set.copyOf(next.values()));
        known = next;
        sightings();
        if (changed) {
            listener.accept(next.values());
        }
    }

    private Instance listed(Registration registration) {
        Instance instance = known.get(registration.id());
        if (instance == null || !instance.registration().hasAddressOf(registration)) {
            return new Instance(registration, true, first, clocks);
        }
        instance.listed(registration);
        return instance;
    }

    private boolean isWorthKeeping(Instance instance, List<Registration> registrations) {
        Predicate<Registration> sameAddress = instance.registration()::hasAddressOf;
        return instance.isMissed()
                && registrations.stream().noneMatch(sameAddress)
                && !instance.isGoneFor(SHOWN_WHEN_GONE);
    }

    private static void keep(Instance instance, Map<String, Instance> next) {
        instance.missing();
        next.put(instance.id(), instance);
    }
}
