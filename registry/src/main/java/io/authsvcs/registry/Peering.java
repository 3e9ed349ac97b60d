package io.authsvcs.registry;

import com.netflix.discovery.Jersey3DiscoveryClientOptionalArgs;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.cloud.netflix.eureka.EurekaClientConfigBean;
import org.springframework.cloud.netflix.eureka.server.EurekaServerConfigBean;
import org.springframework.cloud.netflix.eureka.server.ReplicationClientAdditionalFilters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Alone, a registry replicates to nobody. With peers it replicates to each of them, and at its start it copies what one
 * of them knows, so that its first answer is no empty list.
 */
@Configuration(proxyBeanMethods = false)
class Peering {
    @Bean
    EurekaClientConfigBean eurekaClientConfig(RegistrySettings settings) {
        var config = new EurekaClientConfigBean();
        config.setRegisterWithEureka(false);
        config.setFetchRegistry(!settings.isAlone());
        config.setServiceUrl(Map.of(EurekaClientConfigBean.DEFAULT_ZONE, urls(settings)));
        return config;
    }

    /** Eureka refuses an empty list, and tells its own URL from a peer's only by {@code my-url}. */
    private static String urls(RegistrySettings settings) {
        var urls = settings.isAlone() ? List.of(settings.self()) : settings.peers();
        return urls.stream().map(URI::toString).collect(Collectors.joining(","));
    }

    @Bean
    EurekaServerConfigBean eurekaServerConfig(RegistrySettings settings) {
        var config = new EurekaServerConfigBean();
        config.setMyUrl(settings.self().toString());
        return config;
    }

    @Bean
    PeerCredentials peerCredentials(RegistrySettings settings) {
        return new PeerCredentials(settings);
    }

    @Bean
    ReplicationClientAdditionalFilters replicationFilters(PeerCredentials credentials) {
        return new ReplicationClientAdditionalFilters(List.of(credentials));
    }

    @Bean
    Jersey3DiscoveryClientOptionalArgs copyFilters(PeerCredentials credentials) {
        var arguments = new Jersey3DiscoveryClientOptionalArgs();
        arguments.setAdditionalFilters(List.of(credentials));
        return arguments;
    }
}
