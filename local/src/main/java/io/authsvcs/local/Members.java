package io.authsvcs.local;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import io.authsvcs.local.process.ProcessId;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The members during one operation. Every change is on disk before the next step, so that nothing started is lost. */
final class Members {
    private static final Comparator<Member> ORDER =
            Comparator.comparing(Member::kind).thenComparingInt(Member::number);

    private final StateFile file;
    private ClusterState state;

    Members(StateFile file) {
        this.file = file;
        this.state = file.read().orElseGet(() -> ClusterState.of(Specification.standard()));
    }

    ClusterState state() {
        return state;
    }

    List<Member> all() {
        return state.members();
    }

    List<Member> where(Predicate<Member> condition) {
        return all().stream().filter(condition).toList();
    }

    List<Member> of(Kind kind) {
        return where(member -> member.kind() == kind);
    }

    Member get(String name) {
        return all().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /** An instance of this name; what is none is a {@link Fault}. */
    Member instance(String name) {
        Member member = get(name);
        if (member.kind() != Kind.AUTH) {
            throw new Fault(
                    FaultKind.USAGE,
                    name,
                    name + " is no instance of auth-svcs.",
                    "Instances are: " + String.join(", ", namesOf(Kind.AUTH)) + ".");
        }
        return member;
    }

    /** One more instance, after all others. */
    Member add(Settings settings) {
        int last = of(Kind.AUTH).stream().mapToInt(Member::number).max().orElse(0);
        Member added = Member.of(Kind.AUTH, last + 1).withSettings(settings);
        put(added);
        return added;
    }

    List<String> namesOf(Kind kind) {
        return of(kind).stream().map(Member::name).toList();
    }

    List<Member> running(Kind kind) {
        return where(member -> member.kind() == kind && member.isAlive());
    }

    /** The URL of the first gateway, as clients and tokens have it. */
    URI gateway() {
        return gateways().getFirst();
    }

    /** The URLs of all gateways, each of which serves everything. */
    List<URI> gateways() {
        return of(Kind.GATEWAY).stream().map(Members::entrance).toList();
    }

    /** The URL of a gateway that runs. */
    URI openGateway() {
        return running().running(Kind.GATEWAY).stream()
                .findFirst()
                .map(Members::entrance)
                .orElseThrow(() -> notRunning("No gateway runs."));
    }

    private static URI entrance(Member gateway) {
        return URI.create("http://localhost:" + gateway.port());
    }

    /** These, if any of them runs. */
    Members running() {
        if (where(Member::isAlive).isEmpty()) {
            throw notRunning("The cluster does not run.");
        }
        return this;
    }

    /** These, if nothing that the instances need to start has died. */
    Members supported() {
        where(member -> member.kind().isNeededByInstances() && member.isDead() && !isAlive(member.kind())).stream()
                .findFirst()
                .ifPresent(dead -> {
                    throw Fault.failed(
                            dead.name(),
                            "The " + dead.name() + " is dead, and the instances need it.",
                            "Start it with authctl up; then try again.");
                });
        return this;
    }

    boolean isAlive(Kind kind) {
        return of(kind).stream().anyMatch(Member::isAlive);
    }

    void specify(Specification specification) {
        save(state.withSpecification(specification));
    }

    void put(Member changed) {
        List<Member> others = new ArrayList<>(where(member -> !member.name().equals(changed.name())));
        others.add(changed);
        others.sort(ORDER);
        save(state.withMembers(others));
    }

    void addMissing(Collection<Member> wanted) {
        Set<String> known = all().stream().map(Member::name).collect(Collectors.toSet());
        wanted.stream().filter(member -> !known.contains(member.name())).forEach(this::put);
    }

    void remove(Member gone) {
        save(state.withMembers(where(member -> !member.name().equals(gone.name()))));
    }

    void rememberDemoUser(String email) {
        save(state.withDemoEmail(email));
    }

    private void save(ClusterState next) {
        file.write(next);
        state = next;
    }

    /** The process of one that runs. */
    ProcessId alive(String name) {
        return get(name).process().filter(ProcessId::isAlive).orElseThrow(() -> notRunning(name + " does not run."));
    }

    private static Fault notRunning(String sentence) {
        return new Fault(FaultKind.NOT_RUNNING, "cluster", sentence, "Start it: authctl up.");
    }

    private Fault unknown(String name) {
        String names = all().stream().map(Member::name).collect(Collectors.joining(", "));
        return new Fault(
                FaultKind.USAGE,
                name,
                "There is no " + name + " in this cluster.",
                names.isEmpty() ? "Start one with authctl up." : "There are: " + names + ".");
    }
}
