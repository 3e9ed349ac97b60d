package io.authsvcs.local.nemesis;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.load.Caller;
import io.authsvcs.local.process.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Kills whoever chance picks, each started again right after, while clients go on; then asks for all that was promised. */
public final class Nemesis {
    public static final String NAME = "nemesis";
    private static final Duration STANDSTILL = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Onslaught onslaught;
    private final Prey prey;
    private final List<URI> gateways;
    private final Trail trail;
    private final Score score;
    private final Map<String, Long> killed = new TreeMap<>();

    public Nemesis(Onslaught onslaught, Prey prey, List<URI> gateways, Trail trail, Score score) {
        this.onslaught = onslaught;
        this.prey = prey;
        this.gateways = List.copyOf(gateways);
        this.trail = trail;
        this.score = score;
    }

    /** Everybody serves when it begins, and when it has ended; else that is in its outcome. */
    public Outcome unleash() {
        InstantSource clock = InstantSource.system();
        Instant begun = clock.instant();
        List<String> broken = new ArrayList<>();
        try (Caller caller = new Caller(gateways)) {
            broken.addAll(strike(caller));
            Ledger ledger = Ledger.replayed(onslaught.journal());
            broken.addAll(ledger.broken());
            broken.addAll(new Replay(new Asker(caller, PATIENCE), trail).broken(ledger.histories()));
            return new Outcome(
                    onslaught,
                    killed,
                    ledger.counts(),
                    score.glance().repeated(),
                    Duration.between(begun, clock.instant()),
                    broken);
        }
    }

    private List<String> strike(Caller caller) {
        List<String> broken = new ArrayList<>();
        try (Journal journal = Journal.create(onslaught.journal());
                Clients clients = Clients.begin(caller, journal, score, onslaught)) {
            breakdown(clients).ifPresent(broken::add);
            clients.end().ifPresent(broken::add);
        }
        return broken;
    }

    private Optional<String> breakdown(Clients clients) {
        try {
            hunt(clients);
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of("It could not go on: " + fault.sentence());
        }
    }

    private void hunt(Clients clients) {
        Random random = new Random(onslaught.seed());
        for (int number = 1; number <= onslaught.kills(); number++) {
            awaitAcknowledged(onslaught.moment(number), clients);
            List<String> names = prey.names().get();
            hit(names.get(random.nextInt(names.size())));
        }
        awaitAcknowledged(onslaught.operations(), clients);
    }

    private void hit(String name) {
        prey.crash().accept(name);
        killed.merge(name, 1L, Long::sum);
        score.killed();
        prey.start().accept(name);
    }

    private void awaitAcknowledged(long count, Clients clients) {
        BooleanSupplier reached = () -> score.glance().acknowledged() >= count || clients.haveBroken();
        long before = score.glance().acknowledged();
        while (!Deadline.in(STANDSTILL).await(reached)) {
            long now = score.glance().acknowledged();
            if (now == before) {
                throw Fault.failed(
                        "cluster",
                        "No operation was acknowledged for " + STANDSTILL.toMinutes() + " minutes.",
                        "authctl status shows who is missing.");
            }
            before = now;
        }
    }
}
