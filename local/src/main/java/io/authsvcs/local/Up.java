package io.authsvcs.local;

import io.authsvcs.local.application.PreparedApplication;
import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.database.DatabaseProbe;
import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        List<Member> kept = members.running(Kind.AUTH);
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            prepare();
            start(missing, !kept.isEmpty());
        }
        rotation().awaitInUnlessDraining(kept);
        return missing;
    }

    /**
     * Instances that come to others which serve start one by one: a start takes a processor for seconds, and these would
     * answer late.
     */
    private void start(List<String> missing, boolean othersServe) {
        List<String> instances =
                members.namesOf(Kind.AUTH).stream().filter(missing::contains).toList();
        if (othersServe) {
            List<String> support =
                    missing.stream().filter(name -> !instances.contains(name)).toList();
            starter.start(support, members);
            instances.forEach(name -> starter.start(List.of(name), members));
        } else {
            starter.start(missing, members);
        }
        rotation().awaitIn(instances.stream().map(members::get).toList());
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
                && (!kept.of(member.kind()).equals(asked.settings().of(member.kind()))
                        || hasOtherRegistries(member, asked)));
        stopper.stop(others);
        rotation().awaitOut(others);
    }

    /** Everybody but the database is told of all registries when it starts. */
    private boolean hasOtherRegistries(Member member, Specification asked) {
        return member.kind() != Kind.DATABASE && members.state().specification().registries() != asked.registries();
    }

    /** Those who are not wanted any more leave, and a gateway that listens elsewhere. */
    private void dismiss(Specification asked) {
        List<Member> surplus = members.where(member -> isSurplus(member, asked));
        stopper.stop(surplus);
        rotation().awaitOut(surplus);
        surplus.forEach(members::remove);
        stopper.stop(members.where(member -> member.kind() == Kind.GATEWAY && isElsewhere(member, asked)));
    }

    /** An added instance is not what was asked for, whatever its number. */
    private static boolean isSurplus(Member member, Specification asked) {
        return member.number() > asked.count(member.kind())
                || !member.settings().equals(Settings.none());
    }

    private static boolean isElsewhere(Member gateway, Specification asked) {
        return gateway.isFirst() && asked.gatewayPort() != 0 && gateway.port() != asked.gatewayPort();
    }

    /** In the order in which they are launched; none has to wait for another. */
    private List<String> missing() {
        return names(members.where(member -> !member.isAlive())).reversed();
    }

    private static List<Member> wanted(Specification asked) {
        return Stream.of(Kind.values())
                .flatMap(
                        kind -> IntStream.rangeClosed(1, asked.count(kind)).mapToObj(number -> Member.of(kind, number)))
                .toList();
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
                    "Check host, port, name, user and password of --database, and its sslmode and sslrootcert.");
        });
    }

    private static List<String> names(List<Member> members) {
        return members.stream().map(Member::name).toList();
    }
}
