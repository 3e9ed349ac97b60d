package io.authsvcs.local.attack;

import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Two hundred networks that guess at one account, each again when it is told to. */
final class Siege implements AutoCloseable {
    static final int NETWORKS = 200;
    /** When they have used up what the account itself allows, and have been told to come again. */
    private static final Duration CROWDED = Duration.ofSeconds(20);

    private static final Duration BREATH = Duration.ofMillis(500);

    private final Background guessers;

    private Siege(Background guessers) {
        this.guessers = guessers;
    }

    static Siege begin(Scene scene, Person owner) {
        List<Consumer<Background.Turn>> guessers = Stream.generate(
                        () -> scene.networks().next())
                .limit(NETWORKS)
                .<Consumer<Background.Turn>>map(network -> turn -> guess(scene, network, owner, turn))
                .toList();
        return new Siege(Background.begin(guessers));
    }

    void awaitCrowd() {
        Deadline.in(CROWDED).await(() -> false);
    }

    Looked looked() {
        return guessers.looked();
    }

    private static void guess(Scene scene, Networks.Network network, Person owner, Background.Turn turn) {
        try (Stranger stranger = scene.at(network.address(1))) {
            while (turn.goesOn()) {
                Answer answer = stranger.ask(owner.guessedAt().login());
                turn.note(answer);
                turn.pause(answer.retryAfter().plus(BREATH));
            }
        }
    }

    @Override
    public void close() {
        guessers.close();
    }
}
