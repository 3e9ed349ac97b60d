package io.authsvcs.gateway.format;

import io.authsvcs.gateway.pipeline.Attribute;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The one place where an exception becomes an answer. */
@Component
final class AnswerFaults implements EdgeFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerFaults.class);

    private final Answers answers;

    AnswerFaults(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Step step() {
        return Step.ANSWER_FAULTS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        EventLoop.ATTRIBUTE.set(exchange, EventLoop.of(exchange));
        return chain.filter(exchange).onErrorResume(cause -> end(exchange, cause));
    }

    private Mono<Void> end(ServerWebExchange exchange, Throwable cause) {
        if (exchange.getResponse().isCommitted()) {
            // A whole body was at hand when writing began, so it is the caller that has left.
            return left(exchange, cause);
        }
        Fault fault = asFault(exchange, cause);
        return fault.isAnswered() ? answered(exchange, fault.outcome()) : answer(exchange, fault);
    }

    private Mono<Void> answer(ServerWebExchange exchange, Fault fault) {
        if (fault.outcome() == Outcome.INCOMPLETE_BODY) {
            // What is missing will not come, because its caller has gone.
            Outcome.UNREAD.set(exchange, true);
        }
        return answers.writeEnd(exchange, fault).onErrorResume(unread -> left(exchange, unread));
    }

    private static Mono<Void> answered(ServerWebExchange exchange, Outcome outcome) {
        Outcome.ATTRIBUTE.set(exchange, outcome);
        exchange.getResponse().setRawStatusCode(outcome.status().code());
        return Mono.empty();
    }

    private static Mono<Void> left(ServerWebExchange exchange, Throwable cause) {
        LOG.debug("Nobody reads the answer to request {}", Attribute.REQUEST_ID.get(exchange), cause);
        Outcome.UNREAD.set(exchange, true);
        return Mono.empty();
    }

    private static Fault asFault(ServerWebExchange exchange, Throwable cause) {
        if (cause instanceof Fault fault) {
            return fault;
        }
        LOG.error("Request {} failed in a way that has no name", Attribute.REQUEST_ID.get(exchange), cause);
        return new Fault(Outcome.UNEXPECTED);
    }
}
