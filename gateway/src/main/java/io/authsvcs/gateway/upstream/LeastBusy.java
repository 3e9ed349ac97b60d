package io.authsvcs.gateway.upstream;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import reactor.core.publisher.Mono;

/** Of two instances at random, the one with fewer requests under way. */
final class LeastBusy implements ReactorServiceInstanceLoadBalancer {
    private final Instances instances;
    private final RetryBudget budget;
    private final Duration slowStart;

    LeastBusy(Instances instances, RetryBudget budget, Duration slowStart) {
        this.instances = instances;
        this.budget = budget;
        this.slowStart = slowStart;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Mono<Response<ServiceInstance>> choose(Request request) {
        return Mono.fromSupplier(() -> response(choose(tries(request))));
    }

    Optional<Chosen> choose(Tries tries) {
        List<Instance> left = left(Instance::isUsable, tries);
        return onTrial(left)
                .map(instance -> new Chosen(instance, true))
                .or(() -> best(left).or(() -> lastResort(left, tries)).map(instance -> new Chosen(instance, false)));
    }

    private Optional<Instance> best(List<Instance> left) {
        List<Instance> well = left.stream().filter(Instance::isWell).toList();
        return lessBusyOfTwo(withoutNewcomers(well)).or(() -> lessBusyOfTwo(well));
    }

    /** Nobody is taken out who is the last one: a late answer is better than none, though not than one at hand. */
    private Optional<Instance> lastResort(List<Instance> left, Tries tries) {
        return answeredLast(left, tries)
                .or(tries::worthARepeat)
                // Since the last probe they may have come back, and to be refused costs nothing.
                .or(() -> answeredLast(left(Instance::mayBeBack, tries), tries))
                .or(() -> lessBusyOfTwo(tries.isAnOperators() ? left(Instance::isDraining, tries) : List.of()));
    }

    /** Not by their load: of the silent, who says nothing has the least. */
    private static Optional<Instance> answeredLast(List<Instance> candidates, Tries tries) {
        return (tries.haveAnAnswer() ? Stream.<Instance>empty() : candidates.stream())
                .min((one, other) -> one.contact().compareSilence(other.contact()));
    }

    private List<Instance> left(Predicate<Instance> condition, Tries tries) {
        return instances.all().stream()
                .filter(condition)
                .filter(Predicate.not(tries::includes))
                .toList();
    }

    /** A trial that fails costs a retry: where none is left, it is for those who have no better choice. */
    private Optional<Instance> onTrial(List<Instance> left) {
        return (budget.isSpent() && left.stream().anyMatch(Instance::isWell) ? Stream.<Instance>empty() : left.stream())
                .filter(Instance::isSound)
                .filter(Predicate.not(Instance::isWell))
                .filter(instance -> instance.circuit().tryAcquire())
                .findFirst();
    }

    /** Those whose share this request is. */
    private List<Instance> withoutNewcomers(List<Instance> well) {
        return well.stream()
                .filter(instance ->
                        instance.share(slowStart) > ThreadLocalRandom.current().nextDouble())
                .toList();
    }

    private static Optional<Instance> lessBusyOfTwo(List<Instance> candidates) {
        int size = candidates.size();
        if (size < 2) {
            return candidates.stream().findFirst();
        }
        int one = ThreadLocalRandom.current().nextInt(size);
        int other = (one + 1 + ThreadLocalRandom.current().nextInt(size - 1)) % size;
        return Stream.of(candidates.get(one), candidates.get(other)).min(Comparator.comparingInt(Instance::underWay));
    }

    private static Tries tries(Request<?> request) {
        return Optional.ofNullable(request.getContext())
                .filter(RequestDataContext.class::isInstance)
                .map(RequestDataContext.class::cast)
                .map(RequestDataContext::getClientRequest)
                .flatMap(data -> Tries.ATTRIBUTE.find(data.getAttributes()))
                .orElseThrow(() -> new IllegalStateException("Only requests of the gateway are balanced"));
    }

    private static Response<ServiceInstance> response(Optional<Chosen> chosen) {
        return chosen.<Response<ServiceInstance>>map(DefaultResponse::new).orElseGet(EmptyResponse::new);
    }
}
