package io.authsvcs.local.attack;

import io.authsvcs.local.http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Passwords that were looked at: whoever was told that one is wrong, or right, has had it tried. */
final class Looked {
    private static final int UNAUTHORIZED = 401;

    private final List<Long> moments = new ArrayList<>();
    private int asked;

    /** Now. */
    void note(Answer answer) {
        note(answer, System.nanoTime());
    }

    /** @param moment as {@link System#nanoTime} has it */
    synchronized void note(Answer answer, long moment) {
        asked++;
        if (answer.status() == UNAUTHORIZED || answer.isDone()) {
            moments.add(moment);
        }
    }

    /** How many guesses were sent. */
    synchronized int asked() {
        return asked;
    }

    synchronized int count() {
        return moments.size();
    }

    /** The most of them within any such length of time. */
    synchronized int most(Duration window) {
        List<Long> sorted = moments.stream().sorted(Comparator.naturalOrder()).toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= window.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
