package io.authsvcs.gateway.upstream;

import io.authsvcs.common.GatheredTokens;
import io.authsvcs.gateway.format.Answer;
import io.authsvcs.gateway.format.EventLoop;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import io.authsvcs.gateway.routing.Route;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends the tokens of many callers to an instance at once. A request of its own costs a gateway and an instance several
 * times what its token does; nothing else of it tells an instance anything.
 */
@Component
final class GatherTokens implements UpstreamFilter {
    /** Of characters that stand for themselves in every kind of token (RFC 6750 §2.1), and so end no line. */
    private static final Pattern BEARER =
            Pattern.compile("Bearer ([A-Za-z0-9._~+/=-]{1," + GatheredTokens.LONGEST + "})", Pattern.CASE_INSENSITIVE);

    private final LeastBusy balancer;
    private final GuardInstance guard;
    private final Questions questions;

    GatherTokens(LeastBusy balancer, GuardInstance guard, Questions questions) {
        this.balancer = balancer;
        this.guard = guard;
        this.questions = questions;
    }

    @Override
    public Step step() {
        return Step.GATHER_TOKENS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return token(exchange)
                .map(token -> Mono.defer(() -> ask(token, exchange, chain)))
                .orElseGet(() -> chain.filter(exchange));
    }

    private static Optional<String> token(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (Route.ATTRIBUTE.get(exchange) != Route.VALIDATE || !HttpMethod.GET.equals(request.getMethod())) {
            return Optional.empty();
        }
        List<String> given = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        return given.size() == 1 ? token(given.getFirst()) : Optional.empty();
    }

    private static Optional<String> token(String header) {
        Matcher matcher = BEARER.matcher(header);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Mono<Void> ask(String token, ServerWebExchange exchange, GatewayFilterChain chain) {
        Chosen chosen = balancer.choose(Tries.ATTRIBUTE.get(exchange))
                .orElseThrow(() -> new NotFoundException("No instance is left to try"));
        if (!chosen.instance().takesGatheredTokens()) {
            chosen.released();
            return chain.filter(exchange);
        }
        return guard.watch(chosen, exchange, Mono.defer(() -> ask(token, exchange, chosen.instance())));
    }

    private Mono<Void> ask(String token, ServerWebExchange exchange, Instance instance) {
        Mono<Answer> answer = instance.gatherings()
                .on(
                        EventLoop.ATTRIBUTE.get(exchange).executor(),
                        tokens -> questions.ask(instance.registration(), tokens))
                .find(token);
        return answer.flatMap(found -> HoldAnswer.keep(found, exchange));
    }
}
