package io.authsvcs.auth.contract.altegio;

import io.authsvcs.auth.contract.ContractSettings;
import io.authsvcs.common.Contract;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every call of seed 000. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ContractSettings.class, AltegioSettings.class})
class AltegioRoutes {
    private static final List<String> PATHS = List.of("/auth", "/auth/");

    private final boolean served;

    AltegioRoutes(ContractSettings settings) {
        this.served = settings.serve(Contract.ALTEGIO);
    }

    @Bean
    RouterFunction<ServerResponse> altegioCalls(AuthEndpoint auth) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        PATHS.forEach(path -> routes.POST(path, request -> served, auth::answer));
        return routes.build();
    }

    @Bean
    AltegioFaults altegioFaults() {
        return new AltegioFaults(served ? PATHS : List.of());
    }
}
