package io.authsvcs.gateway.upstream;

import io.authsvcs.gateway.format.Answer;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What gathers for one instance: for each event loop another, so that no thread waits for one. */
final class Gatherings {
    private final Map<EventExecutor, Gathering> gatherings = new ConcurrentHashMap<>();

    /** @param ask as {@link Gathering} has it, where there is none yet */
    Gathering on(EventExecutor loop, Function<List<String>, Mono<List<Answer>>> ask) {
        Gathering known = gatherings.get(loop);
        return known == null
                ? gatherings.computeIfAbsent(loop, any -> new Gathering(loop, ask, System::nanoTime))
                : known;
    }
}
