package io.authsvcs.local.bench;

import io.authsvcs.local.fault.Fault;
import java.util.function.Consumer;

/** Somebody's turn until it gets no faster. */
record WarmingUp(Terms terms, Wrk wrk, Consumer<String> commentary) {
    Warmth of(Peer peer) {
        commentary.accept("warms up " + peer.name());
        WarmUp warmUp = WarmUp.under(terms);
        while (!warmUp.isOver()) {
            Burst burst = wrk.fire(peer, terms.round());
            requireService(peer, burst);
            warmUp = warmUp.with(burst);
        }
        return Warmth.of(peer, warmUp);
    }

    private static void requireService(Peer peer, Burst burst) {
        if (burst.served() < burst.failed()) {
            throw Fault.failed(
                    peer.name(),
                    peer.name() + " failed " + burst.failed() + " requests of a load, and served " + burst.served()
                            + ".",
                    "Its log says why; all of them are in .authctl/bench.");
        }
    }
}
