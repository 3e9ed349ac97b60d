package io.authsvcs.gateway.observability;

import io.authsvcs.gateway.format.Format;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.routing.Route;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Sees how every request ends, and so everyone whose id an answer carries. */
@Component
public final class Observe implements EdgeFilter {
    private final AccessLog log;
    private final ShedLog shedLog;
    private final RequestTimers timers;
    private final Statistics statistics;
    private volatile boolean looksAway;

    Observe(AccessLog log, ShedLog shedLog, RequestTimers timers, Statistics statistics) {
        this.log = log;
        this.shedLog = shedLog;
        this.timers = timers;
        this.statistics = statistics;
    }

    @Override
    public Step step() {
        return Step.OBSERVE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (looksAway) {
            return chain.filter(exchange);
        }
        long began = System.nanoTime();
        return chain.filter(exchange)
                .doFinally(signal -> ended(Ending.of(exchange, signal, Duration.ofNanos(System.nanoTime() - began))));
    }

    /** A request that the server refused before any step: hardly more than its id is known. */
    public void refused(String requestId, Outcome outcome) {
        ended(Ending.refused(requestId, outcome, Optional.empty(), Optional.empty()));
    }

    /** A request of an overload, refused by its head: one of so many that they are logged together. */
    public void shed(String requestId, Outcome outcome, Route route, Format format) {
        Ending ending = Ending.refused(requestId, outcome, Optional.of(route), Optional.of(format));
        shedLog.write(ending);
        count(ending);
    }

    /** From the requests that begin now: nobody has come yet but this gateway itself, which practises. */
    public void lookAway() {
        looksAway = true;
    }

    public void lookAgain() {
        looksAway = false;
    }

    private void ended(Ending ending) {
        log.write(ending);
        count(ending);
    }

    private void count(Ending ending) {
        timers.record(ending);
        statistics.record(ending);
    }
}
