package io.authsvcs.auth.admin;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.authsvcs.auth.flow.StatusChange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every call about users, and about what happened to them. */
@Configuration(proxyBeanMethods = false)
class UserRoutes {
    private static final String USERS = "/v1/admin/users";
    private static final String USER = USERS + "/{id}";

    @Bean
    RouterFunction<ServerResponse> userCalls(
            UsersEndpoint users,
            StatusEndpoint status,
            RolesEndpoint roles,
            AttributesEndpoint attributes,
            UserSessionsEndpoint sessions,
            SecondFactorOfUserEndpoint secondFactor,
            ImportEndpoint imports,
            AuditEndpoint audit) {
        return RouterFunctions.route()
                .POST(USERS, users::create)
                .route(methods(GET, HEAD).and(path(USERS)), users::find)
                .POST(USERS + "/import", imports::answer)
                .route(methods(GET, HEAD).and(path(USER)), users::show)
                .POST(USER + "/disable", request -> status.change(request, StatusChange.DISABLE))
                .POST(USER + "/enable", request -> status.change(request, StatusChange.ENABLE))
                .DELETE(USER, request -> status.change(request, StatusChange.DELETE))
                .POST(USER + "/restore", request -> status.change(request, StatusChange.RESTORE))
                .PUT(USER + "/roles", roles::answer)
                .route(methods(GET, HEAD).and(path(USER + "/attributes")), attributes::show)
                .PUT(USER + "/attributes", attributes::set)
                .DELETE(USER + "/sessions", sessions::end)
                .DELETE(USER + "/second-factor", secondFactor::reset)
                .route(methods(GET, HEAD).and(path("/v1/admin/audit")), audit::answer)
                .build();
    }
}
