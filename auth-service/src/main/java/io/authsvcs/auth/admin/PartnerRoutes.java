package io.authsvcs.auth.admin;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.authsvcs.auth.partner.PartnerStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every call about partners. */
@Configuration(proxyBeanMethods = false)
class PartnerRoutes {
    private static final String PARTNERS = "/v1/admin/partners";

    @Bean
    RouterFunction<ServerResponse> partnerCalls(PartnersEndpoint partners) {
        return RouterFunctions.route()
                .route(methods(GET, HEAD).and(path(PARTNERS)), partners::list)
                .POST(PARTNERS, partners::create)
                .POST(PARTNERS + "/{id}/rotate", partners::rotate)
                .POST(PARTNERS + "/{id}/disable", request -> partners.admit(request, PartnerStatus.DISABLED))
                .POST(PARTNERS + "/{id}/enable", request -> partners.admit(request, PartnerStatus.ACTIVE))
                .build();
    }
}
