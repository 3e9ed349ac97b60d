package io.authsvcs.local;

import io.authsvcs.local.application.PreparedApplication;
import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.database.DatabaseProbe;
import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** From whatever there is to what was asked for: what runs and fits is left alone. */
record Up(Members members, Starter starter, Stopper stopper, Workshop workshop, Life life, Progress progress) {
    /** Who was started. */
    List<String> to(Specification asked) {
        keepDatabase(asked);
        check(asked);
        stopWhatIsSetOtherwise(asked);
        members.specify(asked);
        dismiss(asked);
        members.addMissing(wanted(asked));
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            prepare();
            starter.start(missing, members);
        }
        rotation().awaitIn(members.of(Kind.AUTH));
        return missing;
    }

    /** Whether it can be had; nothing is stopped, started or remembered before. */
    void check(Specification asked) {
        asked.database().ifPresent(Up::check);
        new PortPlan(members).check(asked);
    }

    private Rotation rotation() {
        return new Rotation(members, progress);
    }

    private void prepare() {
        if (members.where(Member::isAlive).isEmpty()) {
            workshop.tidy();
        }
        boolean rehearsed = workshop.prepareAll().stream().allMatch(PreparedApplication::isRehearsed);
        if (!rehearsed && life == Life.REHEARSED) {
            new Rehearsal(workshop, progress).hold();
        } else if (!rehearsed && life == Life.AT_ONCE) {
            progress.say("This build has had no rehearsal, so its processes start with the quick compiler alone."
                    + " Before measuring: authctl down, then authctl up --rehearse.");
        }
    }

    /** Before others are kept: an up that ends early leaves the settings that the rest still runs with. */
    private void stopWhatIsSetOtherwise(Specification asked) {
        Settings kept = members.state().specification().settings();
        List<Member> others = members.where(member -> member.isAlive()
                && !kept.of(member.kind()).equals(asked.settings().of(member.kind())));
        stopper.stop(others);
        rotation().awaitOut(others);
    }

    /** Those who are not wanted any more leave, and a gateway that listens elsewhere. */
    private void dismiss(Specification asked) {
        List<Member> surplus = members.where(member -> member.number() > asked.authInstances()
                || (member.kind() == Kind.DATABASE && asked.database().isPresent()));
        stopper.stop(surplus);
        rotation().awaitOut(surplus);
        surplus.forEach(members::remove);
        stopper.stop(members.where(member -> member.kind() == Kind.GATEWAY && isElsewhere(member, asked)));
    }

    private static boolean isElsewhere(Member gateway, Specification asked) {
        return asked.gatewayPort() != 0 && gateway.port() != asked.gatewayPort();
    }

    /** In the order in which they are launched; none has to wait for another. */
    private List<String> missing() {
        return names(members.where(member -> !member.isAlive())).reversed();
    }

    private static List<Member> wanted(Specification asked) {
        List<Member> wanted = new ArrayList<>(
                List.of(Member.named("gateway", Kind.GATEWAY), Member.named("registry", Kind.REGISTRY)));
        IntStream.rangeClosed(1, asked.authInstances()).mapToObj(Member::auth).forEach(wanted::add);
        if (asked.database().isEmpty()) {
            wanted.add(Member.named("database", Kind.DATABASE));
        }
        return wanted;
    }

    private void keepDatabase(Specification asked) {
        boolean moves = !members.state().specification().database().equals(asked.database());
        if (moves && members.isAlive(Kind.AUTH)) {
            throw new Fault(
                    FaultKind.USAGE,
                    "database",
                    "The running instances use another database.",
                    "Stop them first: authctl down.");
        }
    }

    private static void check(DatabaseUrl url) {
        DatabaseProbe.complaint(url).ifPresent(complaint -> {
            throw Fault.failed(
                    "database",
                    "The database at " + url.place() + " does not serve: " + complaint,
                    "Check host, port, name, user and password of --database.");
        });
    }

    private static List<String> names(List<Member> members) {
        return members.stream().map(Member::name).toList();
    }
}
