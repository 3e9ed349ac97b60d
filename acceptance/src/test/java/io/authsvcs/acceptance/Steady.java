package io.authsvcs.acceptance;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A caller who validates one token over and over while something happens. */
final class Steady {
    private final Client client;
    private final String token;
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean goOn = true;

    private Steady(Client client, String token) {
        this.client = client;
        this.token = token;
    }

    /** Everything that was not a 200 from before the work began until after it ended. */
    static List<String> failuresDuring(Client client, String token, Consumer<Steady> work) {
        Steady steady = new Steady(client, token);
        CompletableFuture<Void> running = CompletableFuture.runAsync(steady::run);
        try {
            work.accept(steady);
        } finally {
            steady.goOn = false;
            running.join();
        }
        return List.copyOf(steady.failures);
    }

    int answered() {
        return answered.get();
    }

    private void run() {
        while (goOn) {
            try {
                note(client.validate(token));
            } catch (UncheckedIOException broken) {
                failures.add(String.valueOf(broken.getCause()));
            }
        }
    }

    private void note(Answer answer) {
        if (answer.status() == 200) {
            answered.incrementAndGet();
        } else {
            failures.add(answer.status() + " " + answer.body());
        }
    }
}
