package io.authsvcs.auth.contract;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The calls of one contract, each at its path with and without a slash at the end; HEAD goes wherever GET goes. */
public final class ContractRoutes {
    private final RouterFunctions.Builder routes = RouterFunctions.route();

    /** @param path without the slash at the end */
    public ContractRoutes add(HttpMethod method, String path, HandlerFunction<ServerResponse> endpoint) {
        HttpMethod further = method.equals(HttpMethod.GET) ? HttpMethod.HEAD : method;
        routes.route(methods(method, further).and(path(path).or(path(path + "/"))), endpoint);
        return this;
    }

    /** All of them, or none where the contract isn't served. */
    public RouterFunction<ServerResponse> onlyIf(boolean served) {
        return served ? routes.build() : request -> Mono.empty();
    }
}
