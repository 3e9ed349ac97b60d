package io.authsvcs.gateway.operator;

import io.authsvcs.gateway.format.Answers;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.upstream.Instances;
import io.authsvcs.gateway.upstream.State;
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
    private final BuildProperties build;
    private final JsonMapper json;

    RouterApi(Answers answers, Instances instances, BuildProperties build, JsonMapper json) {
        this.answers = answers;
        this.instances = instances;
        this.build = build;
        this.json = json;
    }

    // UP while there is an instance to answer, else DOWN.
    record Health(String status, long instances) {}

    record Version(String version) {}

    @Override
    public Step step() {
        return Step.ANSWER_OPERATOR;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return switch (Route.ATTRIBUTE.get(exchange)) {
            case ROUTER_HEALTH -> answer(exchange, health());
            case ROUTER_VERSION -> answer(exchange, new Version(String.valueOf(build.getVersion())));
            default -> chain.filter(exchange);
        };
    }

    private Mono<Void> answer(ServerWebExchange exchange, Record result) {
        return answers.writeResult(exchange, json.writeValueAsString(result));
    }

    private Health health() {
        long up = instances.sightings().stream()
                .filter(sighting -> sighting.state() == State.UP)
                .count();
        return new Health(up > 0 ? "UP" : "DOWN", up);
    }
}
