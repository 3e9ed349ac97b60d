package io.authsvcs.local;

import io.authsvcs.local.database.DatabaseProbe;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until started members are ready to serve, all at once; the first one that dies or is late is the culprit. */
record Arrivals(Home home, Environments environments, Progress progress, Duration patience) {
    private static final int LOG_LINES = 25;

    void await(List<String> names, Members members) {
        List<String> waiting = new ArrayList<>(names);
        Deadline deadline = Deadline.in(patience);
        if (!deadline.await(() -> noneLeft(waiting, members))) {
            throw late(members.get(waiting.getFirst()));
        }
    }

    /** Whether it serves now. */
    boolean isReady(Member member, Members members) {
        return switch (member.kind()) {
            case DATABASE ->
                DatabaseProbe.complaint(environments.database(members)).isEmpty();
            case GATEWAY, AUTH, REGISTRY ->
                Http.get(member.management("/actuator/health/readiness"))
                        .filter(Http.Reply::isOk)
                        .isPresent();
        };
    }

    private boolean noneLeft(List<String> waiting, Members members) {
        waiting.removeIf(name -> hasArrived(members.get(name), members));
        return waiting.isEmpty();
    }

    private boolean hasArrived(Member member, Members members) {
        if (!member.isAlive()) {
            throw died(member);
        }
        boolean ready = isReady(member, members);
        if (ready) {
            progress.end(member.name());
        }
        return ready;
    }

    private Fault died(Member member) {
        return explained(member, member.name() + " ended while it was starting.");
    }

    private Fault late(Member member) {
        return explained(member, member.name() + " runs, but is not ready after " + patience.toSeconds() + " s.");
    }

    private Fault explained(Member member, String sentence) {
        return Fault.failed(
                        member.name(),
                        sentence,
                        "The whole log: " + home.log(member.name()).path()
                                + ". Once the cause is gone, authctl up starts what is missing.")
                .withLog(home.log(member.name()).lastLines(LOG_LINES));
    }
}
