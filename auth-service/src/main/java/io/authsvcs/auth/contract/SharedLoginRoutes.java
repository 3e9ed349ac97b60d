package io.authsvcs.auth.contract;

import io.authsvcs.auth.http.FaultFormat;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.common.Contract;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code /auth/login} is edumaps', {@code /auth/login/} slide's. As proxies drop and add slashes, the body has the last
 * word: {@code email} without {@code user} is edumaps', {@code user} without {@code email} slide's.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContractSettings.class)
class SharedLoginRoutes {
    private final List<SharedLogin> logins;
    private final RequestBodies bodies;

    SharedLoginRoutes(List<SharedLogin> logins, ContractSettings settings, RequestBodies bodies) {
        this.logins = logins.stream()
                .filter(login -> settings.serve(login.contract()))
                .toList();
        this.bodies = bodies;
    }

    @Bean
    RouterFunction<ServerResponse> sharedLogin() {
        return at("/auth/login", Contract.EDUMAPS).and(at("/auth/login/", Contract.SLIDE));
    }

    private RouterFunction<ServerResponse> at(String path, Contract contract) {
        return RouterFunctions.route(
                RequestPredicates.POST(path).and(request -> !logins.isEmpty()), request -> answer(request, contract));
    }

    private Mono<ServerResponse> answer(ServerRequest request, Contract byPath) {
        request.attributes().put(FaultFormat.PATH, of(byPath).path());
        return bodies.readJsonOrForm(request, this::mend)
                .flatMap(fields -> answer(request, fields, of(byBody(fields).orElse(byPath))));
    }

    /** A misprint tells whose it is as well. */
    private Optional<String> mend(String body) {
        return logins.stream().flatMap(login -> login.mend(body).stream()).findFirst();
    }

    private static Mono<ServerResponse> answer(ServerRequest request, Fields fields, SharedLogin login) {
        request.attributes().put(FaultFormat.PATH, login.path());
        return login.answer(request, fields);
    }

    private static Optional<Contract> byBody(Fields fields) {
        if (fields.has("user") == fields.has("email")) {
            return Optional.empty();
        }
        return Optional.of(fields.has("user") ? Contract.SLIDE : Contract.EDUMAPS);
    }

    /** The other one where this one isn't served. */
    private SharedLogin of(Contract contract) {
        return logins.stream()
                .filter(login -> login.contract() == contract)
                .findFirst()
                .orElseGet(logins::getFirst);
    }
}
