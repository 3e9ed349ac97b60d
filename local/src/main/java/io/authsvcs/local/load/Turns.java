package io.authsvcs.local.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Whose turn it is next, of those who wait for no answer. */
final class Turns {
    private final PriorityQueue<FloodClient> waiting = new PriorityQueue<>(Comparator.comparingLong(FloodClient::due));
    private final Set<FloodClient> underWay = new LinkedHashSet<>();

    Turns(List<FloodClient> clients) {
        waiting.addAll(clients);
    }

    /** Takes them out. */
    List<FloodClient> due() {
        List<FloodClient> due = new ArrayList<>();
        long now = System.nanoTime();
        for (FloodClient next = waiting.peek(); next != null && next.due() <= now; next = waiting.peek()) {
            due.add(waiting.remove());
        }
        return due;
    }

    void await(FloodClient client) {
        underWay.add(client);
    }

    void over(FloodClient client) {
        underWay.remove(client);
        waiting.add(client);
    }

    boolean areUnderWay() {
        return !underWay.isEmpty();
    }

    /** In the order in which they have asked. */
    List<FloodClient> tooLate() {
        return underWay.stream().takeWhile(FloodClient::isTooLate).toList();
    }
}
