package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.authsvcs.auth.credential.form.Scratch;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class HashLaneTest {
    private final HashLane lane = new HashLane(1, 1, Duration.ofMinutes(1), 0);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        lane.close();
    }

    @Test
    void refusesAtOnceWhatNeitherRunsNorWaits() {
        CompletableFuture<String> running =
                lane.run(Precedence.STRANGER, this::waitAtTheGate).toFuture();
        CompletableFuture<String> waiting =
                lane.run(Precedence.STRANGER, this::waitAtTheGate).toFuture();

        assertThatThrownBy(() -> lane.requireRoom(Precedence.STRANGER)).isInstanceOf(Fault.class);
        assertThatThrownBy(lane.run(Precedence.STRANGER, this::waitAtTheGate)::block)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.OVERLOADED));

        gate.countDown();
        assertThat(running.join()).isEqualTo("done");
        assertThat(waiting.join()).isEqualTo("done");
        lane.requireRoom(Precedence.STRANGER);
    }

    @Test
    void whoIsKnownWaitsInALineOfTheirOwnAndComesFirst() {
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<String> running =
                lane.run(Precedence.STRANGER, this::waitAtTheGate).toFuture();
        CompletableFuture<Boolean> stranger =
                lane.run(Precedence.STRANGER, scratch -> order.add("stranger")).toFuture();
        assertThatThrownBy(() -> lane.requireRoom(Precedence.STRANGER)).isInstanceOf(Fault.class);

        lane.requireRoom(Precedence.KNOWN);
        CompletableFuture<Boolean> known =
                lane.run(Precedence.KNOWN, scratch -> order.add("known")).toFuture();

        gate.countDown();
        CompletableFuture.allOf(running, stranger, known).join();
        assertThat(order).containsExactly("known", "stranger");
    }

    @Test
    void isFreeAgainAfterARefusal() {
        CompletableFuture<String> running =
                lane.run(Precedence.STRANGER, this::waitAtTheGate).toFuture();
        CompletableFuture<String> waiting =
                lane.run(Precedence.STRANGER, this::waitAtTheGate).toFuture();
        assertThatThrownBy(lane.run(Precedence.STRANGER, scratch -> "refused")::block)
                .isInstanceOf(Fault.class);

        gate.countDown();
        CompletableFuture.allOf(running, waiting).join();

        assertThat(lane.run(Precedence.STRANGER, scratch -> "served").block()).isEqualTo("served");
    }

    @Test
    void refusesWhoseTurnComesTooLate() {
        AtomicBoolean done = new AtomicBoolean();
        try (HashLane impatient = new HashLane(1, 1, Duration.ZERO, 0)) {
            CompletableFuture<Boolean> late = impatient
                    .run(Precedence.STRANGER, scratch -> done.getAndSet(true))
                    .toFuture();

            assertThatThrownBy(late::join)
                    .hasCauseInstanceOf(Fault.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.OVERLOADED));
        }
        assertThat(done).isFalse();
    }

    @Test
    void leavesUndoneWhatNobodyWaitsForAnyMore() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<String> running =
                lane.run(Precedence.STRANGER, this::waitAtTheGate).toFuture();
        Disposable gone = lane.run(Precedence.STRANGER, scratch -> {
                    done.set(true);
                    return "done";
                })
                .subscribe();

        gone.dispose();
        gate.countDown();
        running.join();

        await().ignoreException(Fault.class).untilAsserted(() -> lane.requireRoom(Precedence.STRANGER));
        assertThat(lane.run(Precedence.STRANGER, scratch -> done.get()).block()).isFalse();
    }

    @Test
    void passesAFailureOn() {
        assertThatThrownBy(lane.run(Precedence.STRANGER, scratch -> {
                    throw new IllegalStateException("broken");
                })::block)
                .hasMessageContaining("broken");
    }

    private String waitAtTheGate(Scratch scratch) {
        try {
            gate.await();
            return "done";
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
