package io.authsvcs.local.bench;

import io.authsvcs.local.load.Metronome;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Everybody's turn, once. */
record Round(List<Peer> peers, Terms terms, Wrk wrk, Consumer<String> commentary) {
    private static final Duration RISE = Duration.ofSeconds(2);
    private static final Set<String> STEADY = Set.of("gateway", "bare", "instance", "keycloak-userinfo");

    Measured after(Measured measured) {
        Measured grown = measured;
        for (Peer peer : peers) {
            grown = turn(peer, grown);
        }
        Optional<Peer> logins = find(Contestant.LOGIN);
        return terms.steady() && logins.isPresent() ? besideLogins(logins.get(), grown) : grown;
    }

    private Optional<Peer> find(Contestant contestant) {
        return peers.stream().filter(peer -> peer.contestant() == contestant).findFirst();
    }

    /** Validates at the pace that they had alone, while as many log in as can be hashed. */
    private Measured besideLogins(Peer logins, Measured measured) {
        Peer validates = find(Contestant.GATEWAY)
                .orElseThrow()
                .as("gateway-beside-logins", "the same, while logins saturate their lane");
        Peer meanwhile = logins.as("login-beside-validates", "these logins; their processor time is in the line before")
                .withoutProcesses();
        int rate = half(measured.lastSaturated("gateway"));
        CompletableFuture<Burst> flood = CompletableFuture.supplyAsync(
                () -> wrk.fire(logins, terms.round().plus(RISE).plus(RISE)));
        Deadline.in(RISE).await(() -> false);
        Sample beside = steady(validates, rate);
        Sample flooded = new Sample(flood.join(), Map.of(), Duration.ZERO, Duration.ZERO);
        return measured.steady(validates, beside).steady(meanwhile, flooded);
    }

    private Measured turn(Peer peer, Measured measured) {
        Sample saturated = saturate(peer);
        Measured grown = measured.saturated(peer, saturated);
        return terms.steady() && STEADY.contains(peer.name())
                ? grown.steady(peer, steady(peer, half(saturated)))
                : grown;
    }

    Sample saturate(Peer peer) {
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
