package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways that run (this very process stands for both), and one that is dead. */
class RotationTest {
    private static final ProcessId GONE = new ProcessId(1, Instant.EPOCH);

    @TempDir
    private Path folder = Path.of("");

    private final FakeActuator first = FakeActuator.start();
    private final FakeActuator second = FakeActuator.start();

    RotationTest() throws IOException {}

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void anInstanceIsInWhenTheLastGatewaySeesIt() {
        first.seeing("auth-1", "up");

        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> rotation().awaitIn(instance()));

        awaitTwoLooksAt(second);
        assertThat(waiting).isNotDone();
        second.seeing("auth-1", "up");
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void anInstanceIsOutWhenTheLastGatewayLetsGo() {
        first.seeing("auth-1", "gone");
        second.seeing("auth-1", "up");

        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> rotation().awaitOut(instance()));

        awaitTwoLooksAt(second);
        assertThat(waiting).isNotDone();
        second.seeing("auth-1", "draining");
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aGatewayThatDoesNotAnswerHasNotLetGo() {
        Member instance = instance().getFirst();
        first.seeing("auth-1", "gone");
        second.seeing("auth-2", "up");
        assertThat(rotation().isOut(instance)).isTrue();

        second.close();

        assertThat(rotation().isOut(instance)).isFalse();
    }

    @Test
    void aStartedInstanceIsNotInWhileItDrains() {
        first.seeing("auth-1", "up");
        second.seeing("auth-1", "draining");

        rotation().awaitInUnlessDraining(instance());
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> rotation().awaitIn(instance()));

        int looks = second.looks();
        await().until(() -> second.looks() > looks + 1);
        assertThat(waiting).isNotDone();
        second.seeing("auth-1", "UP");
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aGatewayThatHasJustStartedIsWaitedForUntilItSeesSomebody() {
        first.seeing("auth-1", "starting");

        CompletableFuture<Void> waiting = CompletableFuture.runAsync(
                () -> rotation().awaitAnyoneAt(members().get("gateway")));

        awaitTwoLooksAt(first);
        assertThat(waiting).isNotDone();
        first.seeing("auth-1", "up");
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
    }

    private static void awaitTwoLooksAt(FakeActuator actuator) {
        await().until(() -> actuator.looks() > 1);
    }

    private List<Member> instance() {
        return List.of(members().get("auth-1"));
    }

    private Rotation rotation() {
        return new Rotation(members(), Progress.silent());
    }

    private Members members() {
        ProcessId myself = ProcessId.of(ProcessHandle.current());
        Members members = new Members(new StateFile(folder.resolve("state.json")));
        members.addMissing(List.of(
                Member.of(Kind.GATEWAY, 1).withPorts(1, first.port()).running(myself),
                Member.of(Kind.GATEWAY, 2).withPorts(2, second.port()).running(myself),
                Member.of(Kind.GATEWAY, 3).withPorts(3, 1).running(GONE),
                Member.of(Kind.AUTH, 1).running(myself)));
        return members;
    }
}
