package io.authsvcs.gateway.upstream;

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

    LeastBusy(Instances instances) {
        this.instances = instances;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Mono<Response<ServiceInstance>> choose(Request request) {
        return Mono.fromSupplier(() -> response(choose(tries(request))));
    }

    Optional<Chosen> choose(Tries tries) {
        List<Instance> left = instances.all().stream()
                .filter(Instance::isUsable)
                .filter(Predicate.not(tries::includes))
                .toList();
        List<Instance> well =
                left.stream().filter(instance -> instance.circuit().isWell()).toList();
        return onTrial(left)
                .map(instance -> new Chosen(instance, true))
                .or(() -> lessBusyOfTwo(well).map(LeastBusy::withoutTrial))
                // Slowness never takes out the last one: a late answer is better than none.
                .or(() -> lessBusyOfTwo(left).map(LeastBusy::withoutTrial));
    }

    private static Chosen withoutTrial(Instance instance) {
        return new Chosen(instance, false);
    }

    private static Optional<Instance> onTrial(List<Instance> left) {
        return left.stream()
                .filter(Predicate.not(instance -> instance.circuit().isWell()))
                .filter(instance -> instance.circuit().tryAcquire())
                .findFirst();
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
