package io.authsvcs.local.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Many clients, each on a connection that it keeps, who ask again as soon as they are answered, until it is closed. Other
 * than those of a {@link Load} they slow down with whoever answers: what counts is how many that serves.
 */
public final class Flood implements AutoCloseable {
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);

    private final URI gateway;
    private final Questions questions;
    private final Manners manners;
    private final long begin = System.nanoTime();
    private final Queue<Response> responses = new ConcurrentLinkedQueue<>();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean goesOn = true;

    private Flood(URI gateway, Questions questions, Manners manners) {
        this.gateway = gateway;
        this.questions = questions;
        this.manners = manners;
    }

    public static Flood begin(URI gateway, int clients, Questions questions, Manners manners) {
        Flood flood = new Flood(gateway, questions, manners);
        for (int client = 0; client < clients; client++) {
            var _ = flood.clients.submit(flood::askOnAndOn);
        }
        return flood;
    }

    /** Since it has begun. */
    public Duration passed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    public Responses responses() {
        return new Responses(List.copyOf(responses));
    }

    private void askOnAndOn() {
        while (goesOn) {
            long asked = System.nanoTime();
            try (Wire wire = Wire.to(gateway)) {
                while (goesOn) {
                    asked = System.nanoTime();
                    ask(wire, asked);
                }
            } catch (IOException lost) {
                responses.add(Response.lost(passed(), since(asked)));
                LockSupport.parkNanos(BETWEEN_CONNECTIONS.toNanos());
            }
        }
    }

    private void ask(Wire wire, long asked) throws IOException {
        Wire.Head head = wire.ask(questions.pick(ThreadLocalRandom.current()));
        Response response = new Response(passed(), head.status(), head.saysWhen(), since(asked));
        responses.add(response);
        LockSupport.parkNanos(manners.pauseAfter(response, Duration.ofSeconds(head.retryAfter()))
                .toNanos());
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    /** Asks no more, and waits for every answer. */
    @Override
    public void close() {
        goesOn = false;
        clients.close();
    }
}
