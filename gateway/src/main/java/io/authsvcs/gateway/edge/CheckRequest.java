package io.authsvcs.gateway.edge;

import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses requests that two readers may understand in two ways. */
@Component
final class CheckRequest implements EdgeFilter {
    /** RFC 9110 §7.2, as far as names and addresses go. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~\\-\\[\\]:]{1,255}");

    @Override
    public Step step() {
        return Step.CHECK_REQUEST;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (!isOneHost(headers.getOrEmpty(HttpHeaders.HOST))) {
            return Mono.error(Fault.closing(Outcome.NOT_ONE_HOST));
        }
        // Even when they are equal: an instance and a proxy may each read another one.
        if (headers.getOrEmpty(HttpHeaders.AUTHORIZATION).size() > 1) {
            return Mono.error(Fault.closing(Outcome.SEVERAL_CREDENTIALS));
        }
        return chain.filter(exchange);
    }

    private static boolean isOneHost(List<String> hosts) {
        return hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
    }
}
