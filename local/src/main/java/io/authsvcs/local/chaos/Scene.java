package io.authsvcs.local.chaos;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.Kind;
import io.authsvcs.local.ProcessState;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.ground.Extra;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where an act takes place.
 *
 * @param newcomer the instance that was added for it
 * @param terms how much of everything, and from which seed
 * @param length how long what is broken stays so
 */
record Scene(Cluster cluster, Optional<Extra> newcomer, Notes notes, Terms terms, Duration length) {
    private static final String UP = "up";

    Sights sights() {
        return notes.sights();
    }

    Figures figures() {
        return notes.figures();
    }

    Extra extra() {
        return newcomer.orElseThrow();
    }

    List<String> instances() {
        return names(Kind.AUTH);
    }

    List<String> gateways() {
        return names(Kind.GATEWAY);
    }

    List<String> registries() {
        return names(Kind.REGISTRY);
    }

    /** The first instance of the cluster. */
    String victim() {
        return instances().getFirst();
    }

    /** Lets time go by, as much of it as the trial is long. */
    void hold() {
        Deadline.in(length).await(() -> false);
    }

    /** The status must show now that everything serves. */
    void expectAllWell() {
        sights().expect("all is well", ClusterStatus::isWell);
    }

    /** The status must show now that every gateway has all instances in rotation, whatever else is missing. */
    void expectInstancesWell() {
        sights().expect(
                        "every instance is in rotation",
                        status -> status.hasInstances()
                                && status.processes().stream()
                                        .filter(process -> process.kind() == Kind.AUTH)
                                        .allMatch(ProcessStatus::isWell));
    }

    /** The status must show now that every gateway which is up says that it sends no requests to it. */
    void expectOut(String instance) {
        expect(
                instance + " is out of rotation",
                instance,
                process -> process.gatewayViews().agreeOnOtherThan(UP));
    }

    /** Every gateway which is up must say soon that it sends no requests to it. */
    void expectOut(String instance, Duration within) {
        sights().expect(instance + " gets no requests", within, () -> cluster.isOutOfRotation(instance));
    }

    void expectDraining(String instance) {
        expect(instance + " is draining", instance, ProcessStatus::isDraining);
    }

    void expectDead(String name) {
        expect(name + " is dead", name, process -> process.state() == ProcessState.DEAD);
    }

    private void expect(String fact, String name, Predicate<ProcessStatus> truth) {
        sights().expect(
                        fact,
                        status -> status.processes().stream()
                                .anyMatch(process -> isNamed(name, process) && truth.test(process)));
    }

    private static boolean isNamed(String name, ProcessStatus process) {
        return process.name().equals(name);
    }

    private List<String> names(Kind kind) {
        return cluster.status().processes().stream()
                .filter(process -> process.kind() == kind)
                .map(ProcessStatus::name)
                .toList();
    }
}
