package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.common.Word;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class WatchTest {
    private final AtomicInteger looks = new AtomicInteger();
    private final Watch watch = new Watch(
            new Instances(Clocks.system(), Reach.ANSWERS),
            this::look,
            nobody -> Mono.empty(),
            new Memory(Optional.empty()),
            Duration.ofMillis(5));

    @AfterEach
    void stop() {
        watch.stop();
    }

    @Test
    void oneThatFailsOnceLooksAgain() {
        watch.start();

        await().until(() -> looks.get() > 2);
    }

    @Test
    void oneThatStoppedCanStartAgain() {
        watch.start();
        assertThat(watch.isRunning()).isTrue();
        watch.stop();
        assertThat(watch.isRunning()).isFalse();

        int before = looks.get();
        watch.start();

        assertThat(watch.isRunning()).isTrue();
        await().until(() -> looks.get() > before);
    }

    @Test
    void aProbeThatThrowsEndsNoOther() {
        FakeRegistry registry = registered("broken", "draining");
        Instances instances = new Instances(Clocks.system(), Reach.ANSWERS);
        Watch other = new Watch(
                instances,
                registry,
                one -> switch (one.id()) {
                    case "broken" -> throw new IllegalStateException("A probe fails");
                    default -> Mono.just(new Finding.Answer(Optional.of(Word.DRAINING), false));
                },
                new Memory(Optional.empty()),
                Duration.ofMillis(5));

        other.look().block();

        assertThat(instances.sightings()).extracting(Sighting::state).containsExactly(State.UP, State.DRAINING);
    }

    @Test
    void whoseAnswerNeverEndsKeepsNobodyFromBeingSeen() throws IOException {
        FakeRegistry registry = registered("a");
        Instances instances = new Instances(Clocks.system(), Reach.ANSWERS);
        try (Drip drip = new Drip();
                Probe probe = new Probe(
                        Transport.of(Optional.empty()),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        (challenge, proof) -> true)) {
            registry.put("drip", drip.port(), Registration.Status.UP);
            Watch other =
                    new Watch(instances, registry, probe::look, new Memory(Optional.empty()), Duration.ofMillis(5));
            other.look().block(Duration.ofSeconds(30));
            registry.remove("a");

            other.look().block(Duration.ofSeconds(30));
        }

        assertThat(instances.sightings()).extracting(Sighting::state).containsExactly(State.EJECTED, State.GONE);
    }

    @Test
    void overALookThatFailsAllStaysAsItWas() {
        FakeRegistry registry = registered("a");
        AtomicBoolean away = new AtomicBoolean();
        Instances instances = new Instances(Clocks.system(), Reach.ANSWERS);
        Watch other = new Watch(
                instances,
                () -> {
                    if (away.get()) {
                        throw new IllegalStateException("The registry fails");
                    }
                    return registry.registrations();
                },
                one -> Mono.just(new Finding.Answer(Optional.of(Word.IMPAIRED), false)),
                new Memory(Optional.empty()),
                Duration.ofMillis(5));
        other.look().block();
        List<Sighting> before = instances.sightings();

        away.set(true);
        other.look().onErrorComplete(IllegalStateException.class).block();

        assertThat(before).extracting(Sighting::state).containsExactly(State.EJECTED);
        assertThat(instances.sightings()).isEqualTo(before);
    }

    private static FakeRegistry registered(String... ids) {
        FakeRegistry registry = new FakeRegistry();
        // Of two digits at least: reactor-netty takes a shorter port for a part of the name.
        Stream.of(ids).forEach(id -> registry.put(id, 19, Registration.Status.UP));
        return registry;
    }

    private List<Registration> look() {
        if (looks.incrementAndGet() == 1) {
            throw new IllegalStateException("The first look fails");
        }
        return List.of();
    }
}
