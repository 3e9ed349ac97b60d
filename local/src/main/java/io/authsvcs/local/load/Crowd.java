package io.authsvcs.local.load;

import io.authsvcs.local.fault.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The users of one run, who are nobody else's. Residents log in as often as they like and keep their passwords; movers
 * change theirs, each one change at a time.
 */
public final class Crowd {
    private static final int RESIDENTS = 12;
    private static final int MOVERS = 4;
    private static final int MOST_LIVE = 1_000;
    private static final int MOST_ENDED = 500;

    private final String run = UUID.randomUUID().toString();
    private final List<Person> residents = new CopyOnWriteArrayList<>();
    private final Queue<Session> movers = new ConcurrentLinkedQueue<>();
    private final Pool live = new Pool(RESIDENTS, MOST_LIVE);
    private final Queue<String> ended = new ConcurrentLinkedQueue<>();

    Crowd() {}

    /** Registers them all, one after the other: the cluster must be well. */
    public static Crowd gather(Plan plan) {
        Crowd crowd = new Crowd();
        try (Caller caller = new Caller(plan.urls())) {
            Writes writes = new Writes(caller, crowd);
            Stream.generate(() -> registered(writes::newcomer)).limit(RESIDENTS).forEach(crowd::settle);
            Stream.generate(() -> registered(writes::newcomer)).limit(MOVERS).forEach(crowd::move);
            crowd.end(caller);
        }
        return crowd;
    }

    /** The ids of those who log in. */
    public List<String> ids() {
        return residents.stream().map(Person::id).toList();
    }

    void settle(Session session) {
        residents.add(session.person());
        live.add(session);
    }

    void move(Session session) {
        movers.add(session);
    }

    Person resident(RandomGenerator random) {
        return residents.get(random.nextInt(residents.size()));
    }

    Optional<Session> mover() {
        return Optional.ofNullable(movers.poll());
    }

    Pool live() {
        return live;
    }

    void ended(String token) {
        ended.add(token);
        if (ended.size() > MOST_ENDED) {
            ended.poll();
        }
    }

    /** The one that was asked about longest ago. */
    Optional<String> anEnded() {
        Optional<String> token = Optional.ofNullable(ended.poll());
        token.ifPresent(ended::add);
        return token;
    }

    /** An address that nobody has. */
    String address() {
        return "chaos-" + run + "-" + UUID.randomUUID() + "@example.com";
    }

    private void end(Caller caller) {
        Writes writes = new Writes(caller, this);
        Session session = registered(writes::newcomer);
        if (!(writes.logout(session) instanceof Ending.AsPromised)) {
            throw unwell("a logout");
        }
    }

    private static Session registered(Supplier<Optional<Session>> newcomer) {
        return newcomer.get().orElseThrow(() -> unwell("a registration"));
    }

    private static Fault unwell(String what) {
        return Fault.failed(
                "cluster",
                "The cluster did not answer " + what + " as promised, before anything was done to it.",
                "authctl status shows who is missing; authctl up starts it.");
    }
}
