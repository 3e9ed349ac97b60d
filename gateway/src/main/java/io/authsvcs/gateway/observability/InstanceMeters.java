package io.authsvcs.gateway.observability;

import io.authsvcs.gateway.upstream.Instance;
import io.authsvcs.gateway.upstream.Instances;
import io.authsvcs.gateway.upstream.State;
import io.authsvcs.gateway.upstream.Tally;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * For each instance that the gateway knows: the counter {@code auth.upstream.requests}, by {@code instance} and
 * {@code outcome} ({@code ok} or {@code failed}), and the gauge {@code auth.upstream.state}, by {@code instance} and
 * {@code state}, which is 1 for the state that the instance is in, and else 0. An instance's meters go with it.
 */
@Component
final class InstanceMeters {
    private final MeterRegistry registry;
    private final Map<Instance, List<Meter>> meters = new HashMap<>();

    InstanceMeters(MeterRegistry registry, Instances instances) {
        this.registry = registry;
        instances.whenChanged(this::see);
    }

    private synchronized void see(Collection<Instance> known) {
        // Before others are made: one that has moved comes with the same tags.
        meters.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .forEach(registry::remove);
        meters.keySet().retainAll(Set.copyOf(known));
        known.forEach(instance -> meters.computeIfAbsent(instance, this::metersOf));
    }

    private List<Meter> metersOf(Instance instance) {
        return Stream.concat(
                        Stream.of(
                                requests(instance, "ok", Tally::successes),
                                requests(instance, "failed", Tally::errors)),
                        Arrays.stream(State.values()).map(state -> isIn(state, instance)))
                .toList();
    }

    private Meter requests(Instance instance, String outcome, ToDoubleFunction<Tally> count) {
        return FunctionCounter.builder("auth.upstream.requests", instance.tally(), count)
                .description("Requests at an instance, and whether they failed there")
                .tag("instance", instance.id())
                .tag("outcome", outcome)
                .register(registry);
    }

    private Meter isIn(State state, Instance instance) {
        return Gauge.builder("auth.upstream.state", instance, one -> one.state() == state ? 1 : 0)
                .description("1 for the state that the gateway sees an instance in")
                .tag("instance", instance.id())
                .tag("state", state.label())
                .register(registry);
    }
}
