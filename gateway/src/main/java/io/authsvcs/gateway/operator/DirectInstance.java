package io.authsvcs.gateway.operator;

import io.authsvcs.common.Status;
import io.authsvcs.gateway.pipeline.Attribute;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.upstream.Rotation;
import io.authsvcs.gateway.upstream.Rotation.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** POST /v1/router/nodes/{id}/drain and /undrain: out of rotation, and back. */
@Component
final class DirectInstance {
    private static final Logger LOG = LoggerFactory.getLogger(DirectInstance.class);

    private final Rotation rotation;

    DirectInstance(Rotation rotation) {
        this.rotation = rotation;
    }

    record Directed(String id, String state) {}

    /** What is to be done, and who wants it. */
    private record Order(Wish wish, String id, Operator operator, String requestId) {
        void ended(Rotation.Reply reply) {
            // An id that nobody has could be any text.
            if (!(reply instanceof Rotation.Reply.UnknownInstance)) {
                log(reply.toString());
            }
        }

        void abandoned() {
            log("unknown, for its caller has left");
        }

        private void log(String outcome) {
            LOG.info(
                    "action={} instance={} by={} request={} outcome={}",
                    wish.label(),
                    id,
                    operator.subject(),
                    requestId,
                    outcome);
        }
    }

    Mono<Reply> reply(ServerWebExchange exchange, Wish wish, Operator operator) {
        String id = idIn(exchange);
        Order order = new Order(wish, id, operator, Attribute.REQUEST_ID.get(exchange));
        return rotation.ask(wish, id)
                .doOnNext(order::ended)
                .doOnCancel(order::abandoned)
                .map(reply -> reply(id, reply));
    }

    private static String idIn(ServerWebExchange exchange) {
        return Route.ATTRIBUTE
                .get(exchange)
                .variables(exchange.getRequest().getPath().pathWithinApplication())
                .getOrDefault("id", "");
    }

    private static Reply reply(String id, Rotation.Reply reply) {
        return switch (reply) {
            case Rotation.Reply.Done(var state) -> Reply.ok(new Directed(id, state.label()));
            case Rotation.Reply.UnknownInstance() -> Reply.refusal(Status.NOT_FOUND, "No such instance");
            case Rotation.Reply.Unanswered() ->
                failure(id + " does not answer; see in its log whether it runs, and send this again");
            case Rotation.Reply.Unauthorized() ->
                failure(id + " refuses the registry's credentials of this gateway; start both with the same"
                        + " REGISTRY_USERNAME and REGISTRY_PASSWORD");
            case Rotation.Reply.NotUnderstood(int status) ->
                failure(id + " answers with status " + status + " and not with its state; see its log, and whether its"
                        + " version is this gateway's");
        };
    }

    private static Reply failure(String sentence) {
        return Reply.refusal(Status.BAD_GATEWAY, sentence);
    }
}
