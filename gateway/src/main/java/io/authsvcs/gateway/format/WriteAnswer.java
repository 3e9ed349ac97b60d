package io.authsvcs.gateway.format;

import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Offers a slot for the answer of an instance, and writes what has been left there. */
@Component
final class WriteAnswer implements UpstreamFilter {
    private final Answers answers;

    WriteAnswer(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Step step() {
        return Step.WRITE_ANSWER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        AnswerSlot slot = new AnswerSlot();
        AnswerSlot.ATTRIBUTE.set(exchange, slot);
        return chain.filter(exchange)
                .then(answers.writeAnswer(exchange, slot::take))
                .doFinally(signal -> slot.close());
    }
}
