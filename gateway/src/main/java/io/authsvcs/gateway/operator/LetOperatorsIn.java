package io.authsvcs.gateway.operator;

import io.authsvcs.common.Status;
import io.authsvcs.gateway.format.Answer;
import io.authsvcs.gateway.format.AnswerSlot;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.routing.Upstream;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has an instance say who asks, by the steps that every request takes, and puts the gateway's own answer in the place of
 * the instance's. Whatever else than who it is the instance says, or its absence, is the answer.
 */
@Component
final class LetOperatorsIn implements UpstreamFilter {
    private static final Reply NOT_AN_OPERATOR =
            Reply.refusal(Status.FORBIDDEN, "The role operator or admin is required");

    private final OperatorApi api;
    private final JsonMapper json;

    LetOperatorsIn(OperatorApi api, JsonMapper json) {
        this.api = api;
        this.json = json;
    }

    @Override
    public Step step() {
        return Step.LET_OPERATORS_IN;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Route.ATTRIBUTE.get(exchange).upstream() == Upstream.GATEWAY_FOR_OPERATORS
                ? chain.filter(asking(exchange)).then(Mono.defer(() -> judge(exchange)))
                : chain.filter(exchange);
    }

    private static ServerWebExchange asking(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(VerifyRequest.about(exchange.getRequest()))
                .build();
    }

    private Mono<Void> judge(ServerWebExchange exchange) {
        AnswerSlot slot = AnswerSlot.ATTRIBUTE.get(exchange);
        Answer verdict = slot.take();
        if (verdict.status() != Status.OK.code()) {
            slot.put(verdict);
            return Mono.empty();
        }
        HttpHeaders who = verdict.headers();
        verdict.release();
        return reply(exchange, who).doOnNext(reply -> slot.put(answer(reply))).then();
    }

    private Mono<Reply> reply(ServerWebExchange exchange, HttpHeaders who) {
        return Operator.of(who)
                .map(operator -> api.reply(exchange, operator))
                .orElseGet(() -> Mono.just(NOT_AN_OPERATOR));
    }

    private Answer answer(Reply reply) {
        return Answer.of(reply.status(), json.writeValueAsString(reply.result()));
    }
}
