package io.authsvcs.gateway.operator;

import io.authsvcs.common.Status;
import io.authsvcs.gateway.edge.Leave;
import io.authsvcs.gateway.format.Answers;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.upstream.Instances;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers the routes whose upstream is the gateway. */
@Component
final class RouterApi implements EdgeFilter {
    private final Answers answers;
    private final Instances instances;
    private final Leave leave;
    private final BuildProperties build;
    private final JsonMapper json;

    RouterApi(Answers answers, Instances instances, Leave leave, BuildProperties build, JsonMapper json) {
        this.answers = answers;
        this.instances = instances;
        this.leave = leave;
        this.build = build;
        this.json = json;
    }

    // UP, with 200, while there is an instance to answer and this gateway stays; else DOWN, with 503: who balances
    // gateways asks for the status.
    record Health(String status, long instances) {}

    record Version(String version) {}

    @Override
    public Step step() {
        return Step.ANSWER_OPERATOR;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return switch (Route.ATTRIBUTE.get(exchange)) {
            case ROUTER_HEALTH -> answerHealth(exchange, instances.usable());
            case ROUTER_VERSION -> answer(exchange, Status.OK, new Version(String.valueOf(build.getVersion())));
            default -> chain.filter(exchange);
        };
    }

    private Mono<Void> answerHealth(ServerWebExchange exchange, long usable) {
        return usable > 0 && !leave.hasBegun()
                ? answer(exchange, Status.OK, new Health("UP", usable))
                : answer(exchange, Status.SERVICE_UNAVAILABLE, new Health("DOWN", usable));
    }

    private Mono<Void> answer(ServerWebExchange exchange, Status status, Record result) {
        return answers.writeResult(exchange, status, json.writeValueAsString(result));
    }
}
