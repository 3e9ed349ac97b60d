package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Flood;
import io.authsvcs.local.load.Manners;
import io.authsvcs.local.load.Questions;
import io.authsvcs.local.load.Responses;
import io.authsvcs.local.load.Stretch;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;

/**
 * A flood that has been measured, once it had risen.
 *
 * @param users how the requests of the usual load ended meanwhile
 */
record Surge(int clients, Duration length, Responses responses, Stretch users) {
    static final Duration RISE = Duration.ofSeconds(2);

    /** Returns when it is over. */
    static Surge over(Scene scene, Questions questions, int clients, Manners manners, Duration length) {
        try (Flood flood = Flood.begin(scene.cluster().url(), clients, questions, manners)) {
            pass(RISE);
            Stretch users = scene.figures().stretch();
            Duration from = flood.passed();
            pass(length);
            users.end();
            Duration to = flood.passed();
            return new Surge(clients, to.minus(from), flood.responses().between(from, to), users);
        }
    }

    /** Requests that were served in a second, the flood's and the users'. */
    double goodput() {
        return aSecond(responses.served().size() + users.samples().asPromised().size());
    }

    /** Requests of the flood that were answered in a second, somehow. */
    double asked() {
        return aSecond(responses.size());
    }

    double aSecond(int count) {
        return count * 1e9 / length.toNanos();
    }

    private static void pass(Duration length) {
        Deadline.in(length).await(() -> false);
    }
}
