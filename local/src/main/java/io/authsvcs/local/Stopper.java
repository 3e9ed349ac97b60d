package io.authsvcs.local;

import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.process.ProcessId;
import io.authsvcs.local.process.Signal;
import java.time.Duration;
import java.util.List;

/** Stops members gracefully; what doesn't leave in time is made to, and that is said. */
record Stopper(Members members, Progress progress, Duration farewell) {
    /** Asks all of them at the same time; those that don't run are marked as stopped. Who left is the answer. */
    List<String> stop(List<Member> leaving) {
        List<Member> running = leaving.stream().filter(Member::isAlive).toList();
        running.forEach(this::ask);
        Deadline deadline = Deadline.in(farewell);
        running.forEach(member -> seeOff(member, deadline));
        leaving.forEach(member -> members.put(member.stopped()));
        return running.stream().map(Member::name).toList();
    }

    private void ask(Member member) {
        progress.begin(step(member));
        member.process().ifPresent(process -> ask(process, farewellSignal(member.kind())));
    }

    private static void ask(ProcessId process, Signal signal) {
        signal.sendTo(process);
        // A frozen one would hear nothing.
        Signal.CONT.sendTo(process);
    }

    private void seeOff(Member member, Deadline deadline) {
        if (!deadline.await(() -> !member.isAlive())) {
            member.process().ifPresent(ProcessId::kill);
            progress.say(member.name() + " did not leave within " + farewell.toSeconds() + " s: killed.");
        }
        progress.end(step(member));
    }

    private static Signal farewellSignal(Kind kind) {
        return kind == Kind.DATABASE ? Signal.INT : Signal.TERM;
    }

    private static String step(Member member) {
        return "stop " + member.name();
    }
}
