package io.authsvcs.gateway.upstream;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.ReactorLoadBalancer;
import org.springframework.context.annotation.Bean;

/** Belongs to the framework's own context for the balancing of auth-svcs, so it is no {@code @Configuration} of ours. */
class BalancerConfiguration {
    @Bean
    ReactorLoadBalancer<ServiceInstance> balancer(Instances instances, RetryBudget budget, UpstreamSettings settings) {
        return new LeastBusy(instances, budget, settings.slowStart());
    }
}
