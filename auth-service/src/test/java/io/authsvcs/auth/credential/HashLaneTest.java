package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class HashLaneTest {
    private final HashLane lane = new HashLane(1, 1);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        lane.close();
    }

    @Test
    void refusesAtOnceWhatNeitherRunsNorWaits() {
        CompletableFuture<String> running = lane.run(this::waitAtTheGate).toFuture();
        CompletableFuture<String> waiting = lane.run(this::waitAtTheGate).toFuture();

        assertThatThrownBy(lane.run(this::waitAtTheGate)::block)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.OVERLOADED));

        gate.countDown();
        assertThat(running.join()).isEqualTo("done");
        assertThat(waiting.join()).isEqualTo("done");
    }

    @Test
    void isFreeAgainAfterARefusal() {
        CompletableFuture<String> running = lane.run(this::waitAtTheGate).toFuture();
        CompletableFuture<String> waiting = lane.run(this::waitAtTheGate).toFuture();
        assertThatThrownBy(lane.run(() -> "refused")::block).isInstanceOf(Fault.class);

        gate.countDown();
        CompletableFuture.allOf(running, waiting).join();

        assertThat(lane.run(() -> "served").block()).isEqualTo("served");
    }

    @Test
    void leavesUndoneWhatNobodyWaitsForAnyMore() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<String> running = lane.run(this::waitAtTheGate).toFuture();
        Disposable gone = lane.run(() -> {
                    done.set(true);
                    return "done";
                })
                .subscribe();

        gone.dispose();
        gate.countDown();
        running.join();

        assertThat(lane.run(done::get).block()).isFalse();
    }

    @Test
    void passesAFailureOn() {
        assertThatThrownBy(lane.run(() -> {
                    throw new IllegalStateException("broken");
                })::block)
                .hasMessageContaining("broken");
    }

    private String waitAtTheGate() throws InterruptedException {
        gate.await();
        return "done";
    }
}
