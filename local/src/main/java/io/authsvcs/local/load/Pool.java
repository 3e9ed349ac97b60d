package io.authsvcs.local.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sessions that live. Any number of callers may hold the same one to ask about it; it is taken out, to be ended or
 * changed, only while nobody holds it: the answer to a question that is under way meanwhile would be anybody's guess.
 */
final class Pool {
    private static final int TRIES = 8;

    private final int least;
    private final int most;
    private final List<Session> sessions = new ArrayList<>();
    private final Map<Session, Integer> held = new HashMap<>();

    /**
     * @param least so many are never taken out
     * @param most so many are kept
     */
    Pool(int least, int most) {
        this.least = least;
        this.most = most;
    }

    synchronized void add(Session session) {
        if (sessions.size() < most) {
            sessions.add(session);
        }
    }

    synchronized Session hold(RandomGenerator random) {
        Session session = sessions.get(random.nextInt(sessions.size()));
        held.merge(session, 1, Integer::sum);
        return session;
    }

    synchronized void release(Session session) {
        held.computeIfPresent(session, (same, holders) -> holders == 1 ? null : holders - 1);
    }

    /** One that nobody holds; empty when there is none to spare, or luck finds none. */
    synchronized Optional<Session> take(RandomGenerator random) {
        for (int attempt = 0; attempt < TRIES && sessions.size() > least; attempt++) {
            int index = random.nextInt(sessions.size());
            if (!held.containsKey(sessions.get(index))) {
                return Optional.of(takeAt(index));
            }
        }
        return Optional.empty();
    }

    private Session takeAt(int index) {
        Session session = sessions.get(index);
        sessions.set(index, sessions.getLast());
        sessions.removeLast();
        return session;
    }
}
