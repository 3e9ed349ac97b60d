package io.authsvcs.local;

import io.authsvcs.local.administration.Administration;
import io.authsvcs.local.application.Workshop;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who does a cluster's work, each with the members as they are at that moment. */
record Crew(Home home, Workshop workshop, Life life, Progress progress) {
    Members members() {
        return new Members(new StateFile(home.stateFile()));
    }

    /** The work is done while nobody else starts or stops anything; it is refused when somebody does. */
    <T> T alone(Function<Members, T> work) {
        return new ClusterLock(home.lockFile()).alone(() -> work.apply(members()));
    }

    /** The same without an answer. */
    void only(Consumer<Members> work) {
        alone(members -> {
            work.accept(members);
            return members;
        });
    }

    Up up(Members members) {
        return new Up(members, starter(), stopper(members), workshop, life, progress);
    }

    Down down(Members members) {
        return new Down(home, members, stopper(members));
    }

    Renewal renewal(Members members) {
        return new Renewal(members, starter(), stopper(members), progress);
    }

    Draining draining(Members members) {
        return new Draining(
                members, new Administration(members.openGateway(), logins(members)::administrator), progress);
    }

    Logins logins(Members members) {
        return new Logins(members, secrets());
    }

    Observation observation(Members members) {
        return new Observation(
                home,
                members,
                new Arrivals(home, environments(), progress, life.patience()),
                new RegistryView(Environments.REGISTRY_USER, secrets().registryPassword()));
    }

    Environments environments() {
        return new Environments(home, secrets());
    }

    private Starter starter() {
        return new Starter(home, workshop, secrets(), life, progress);
    }

    private Stopper stopper(Members members) {
        return new Stopper(members, progress, life.farewell());
    }

    Secrets secrets() {
        return Secrets.kept(home.secretsFile());
    }
}
