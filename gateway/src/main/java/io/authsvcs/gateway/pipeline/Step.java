package io.authsvcs.gateway.pipeline;

import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;

/** Every step of a request on its way in, first to last; an answer passes them in reverse. */
public enum Step {
    /** Takes the caller's request id, or makes one. */
    NAME_REQUEST(Stage.EDGE, 0),
    /** Writes one line, and counts, when the request has ended. */
    OBSERVE(Stage.EDGE, 1),
    /** Turns every fault of a later step into an answer. */
    ANSWER_FAULTS(Stage.EDGE, 2),
    /** Looks the path and the method up in the table of routes. */
    FIND_ROUTE(Stage.EDGE, 3),
    /** Refuses what no honest client sends. */
    CHECK_REQUEST(Stage.EDGE, 4),
    /** Takes away what a caller must not set, and says who called. */
    GUARD_HEADERS(Stage.EDGE, 5),
    /** Refuses who asks too often. */
    LIMIT_CALLERS(Stage.EDGE, 6),
    /** Gives a request that writes the key by which instances know all its repeats. */
    KEY_REQUEST(Stage.EDGE, 7),
    /** Waits for the whole body, up to its limit, so that no instance waits for a slow caller. */
    HOLD_BODY(Stage.EDGE, 8),
    /** Answers the gateway's own routes. */
    ANSWER_OPERATOR(Stage.EDGE, 9),

    /** Writes the answer that the steps below have left. */
    WRITE_ANSWER(Stage.UPSTREAM, 0),
    /** Has an instance say whether an operator asks, and answers the gateway's routes for operators. */
    LET_OPERATORS_IN(Stage.UPSTREAM, RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER - 4),
    /** Refuses a read that would only make others wait. */
    ADMIT_READS(Stage.UPSTREAM, RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER - 3),
    /** Runs the steps below again, on another instance, where that is safe. */
    TRY_INSTANCES(Stage.UPSTREAM, RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER - 2),
    /** Asks an instance about many callers' tokens at once. Whatever else is asked goes on below. */
    GATHER_TOKENS(Stage.UPSTREAM, RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER - 1),
    // Here the framework sets the address (RouteToRequestUrlFilter) and asks our balancer for an instance.
    /** Counts the request and its end at the chosen instance. */
    GUARD_INSTANCE(Stage.UPSTREAM, ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER + 1),
    /** Waits until the instance's answer is whole and valid. */
    HOLD_ANSWER(Stage.UPSTREAM, NettyRoutingFilter.ORDER - 1);
    // Here the framework sends the request (NettyRoutingFilter).

    /** Where a step runs: before the framework looks for a route, or among the framework's filters of one. */
    public enum Stage {
        EDGE,
        UPSTREAM
    }

    private final Stage stage;
    private final int order;

    Step(Stage stage, int order) {
        this.stage = stage;
        this.order = order;
    }

    public Stage stage() {
        return stage;
    }

    /** The place within its stage, lowest first. */
    public int order() {
        return order;
    }
}
