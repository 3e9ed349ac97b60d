package io.authsvcs.gateway.upstream;

import io.authsvcs.common.GatheredTokens;
import io.authsvcs.gateway.format.EventLoop;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import io.authsvcs.gateway.routing.Route;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final String SCHEME = "Bearer ";

    /** They stand for themselves in every kind of token (RFC 6750 §2.1), and so end no line. */
    private static final BitSet PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~+/=-"
            .chars()
            .collect(BitSet::new, BitSet::set, BitSet::or);

    /** Longer than a question takes, unless it is stuck. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(10);

    private final LeastBusy balancer;
    private final GuardInstance guard;
    private final Questions questions;
    private final Map<EventExecutor, Gathering> gatherings = new ConcurrentHashMap<>();

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
        EventLoop loop = EventLoop.ATTRIBUTE.get(exchange);
        return token(exchange)
                .map(token -> loop.run(Mono.defer(() -> ask(token, on(loop), exchange, chain))))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Gathering on(EventLoop loop) {
        return gatherings.computeIfAbsent(
                loop.executor(), executor -> new Gathering(executor, questions::ask, LONGEST_WAIT));
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
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String token = header.substring(SCHEME.length());
        return !token.isEmpty() && token.length() <= GatheredTokens.LONGEST && isPlain(token)
                ? Optional.of(token)
                : Optional.empty();
    }

    /** By a regular expression this took a tenth of a gateway's time. */
    private static boolean isPlain(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (!PLAIN.get(token.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Mono<Void> ask(String token, Gathering gathering, ServerWebExchange exchange, GatewayFilterChain chain) {
        Chosen chosen = choose(gathering, Tries.ATTRIBUTE.get(exchange));
        if (!chosen.instance().takesGatheredTokens()) {
            chosen.released();
            return chain.filter(exchange);
        }
        return guard.watch(
                chosen,
                exchange,
                gathering.find(chosen.instance(), token).flatMap(answer -> HoldAnswer.keep(answer, exchange)));
    }

    /** Balanced by the question: who comes first chooses for those who have been nowhere yet. */
    private Chosen choose(Gathering gathering, Tries tries) {
        return Optional.of(gathering)
                .filter(any -> tries.count() == 0)
                .flatMap(Gathering::next)
                .filter(Instance::isWell)
                .map(instance -> new Chosen(instance, false))
                .or(() -> balancer.choose(tries))
                .orElseThrow(() -> new NotFoundException("No instance is left to try"));
    }
}
