package io.authsvcs.local.bench;

import io.authsvcs.local.load.Metronome;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Everybody's turn, once. */
record Round(List<Peer> peers, Terms terms, Wrk wrk, Consumer<String> commentary) {
    private static final Set<String> STEADY = Set.of("gateway", "bare", "instance", "keycloak-userinfo");

    Measured after(Measured measured) {
        Measured grown = measured;
        for (Peer peer : peers) {
            grown = turn(peer, grown);
        }
        return grown;
    }

    private Measured turn(Peer peer, Measured measured) {
        Sample saturated = saturate(peer);
        Measured grown = measured.saturated(peer, saturated);
        return terms.steady() && STEADY.contains(peer.name())
                ? grown.steady(peer, steady(peer, half(saturated)))
                : grown;
    }

    private Sample saturate(Peer peer) {
        commentary.accept("measures " + peer.name());
        Moment before = Moment.of(peer);
        Burst burst = wrk.fire(peer, terms.round());
        return Sample.of(burst, before, Moment.of(peer));
    }

    /** @param rate requests a second */
    private Sample steady(Peer peer, int rate) {
        commentary.accept("measures " + peer.name() + ", asked " + rate + " times a second");
        Moment before = Moment.of(peer);
        Burst burst = Burst.of(Metronome.beat(peer.door(), peer.question().bytes(), rate, terms.round()));
        return Sample.of(burst, before, Moment.of(peer));
    }

    private static int half(Sample saturated) {
        return Math.max(1, (int) Math.round(saturated.burst().servedASecond() / 2));
    }
}
