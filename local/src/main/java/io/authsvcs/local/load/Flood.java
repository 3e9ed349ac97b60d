package io.authsvcs.local.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Many clients, each on a connection that it keeps, who ask again as soon as they are answered, until it is closed. Other
 * than those of a {@link Load} they slow down with whoever answers: what counts is how many that serves. All of them are
 * one thread's, which costs the machine less than anything else that answers or asks.
 */
public final class Flood implements AutoCloseable {
    /** By so much the answers are noticed late, and count as slower than they were. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Questions questions;
    private final Manners manners;
    private final long begin = System.nanoTime();
    private final Queue<Response> responses = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean goesOn = true;

    private Flood(Questions questions, Manners manners) {
        this.questions = questions;
        this.manners = manners;
    }

    public static Flood begin(URI gateway, int clients, Questions questions, Manners manners) {
        Flood flood = new Flood(questions, manners);
        InetSocketAddress server = new InetSocketAddress(gateway.getHost(), gateway.getPort());
        Thread.ofPlatform().name("flood").start(() -> flood.run(server, clients));
        return flood;
    }

    /** Since it has begun. */
    public Duration passed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    public Responses responses() {
        return new Responses(List.copyOf(responses));
    }

    private void run(InetSocketAddress server, int count) {
        try (Selector selector = Selector.open()) {
            List<FloodClient> clients = Stream.generate(
                            () -> new FloodClient(server, selector, this::pick, manners.pauseAtFirst()))
                    .limit(count)
                    .toList();
            flood(selector, new Turns(clients));
            for (FloodClient client : clients) {
                client.hangUp();
            }
            end.complete(null);
        } catch (IOException | RuntimeException broken) {
            end.completeExceptionally(broken);
        }
    }

    private void flood(Selector selector, Turns turns) throws IOException {
        while (goesOn || turns.areUnderWay()) {
            if (goesOn) {
                turns.due()
                        .forEach(client -> attempt(client, turns, () -> {
                            client.takeTurn();
                            turns.await(client);
                        }));
            }
            rest();
            selector.selectNow(key -> goOn(key, turns));
            turns.tooLate().forEach(client -> giveUp(client, turns));
        }
    }

    /** Asks and reads all of a moment at once: a thread that woke for each would take its time from those who serve. */
    private static void rest() {
        LockSupport.parkNanos(MOMENT.toNanos());
    }

    private void goOn(SelectionKey key, Turns turns) {
        FloodClient client = (FloodClient) key.attachment();
        attempt(client, turns, () -> client.goOn(key).ifPresent(head -> answered(client, head, turns)));
    }

    private byte[] pick() {
        return questions.pick(ThreadLocalRandom.current());
    }

    private void answered(FloodClient client, Head head, Turns turns) {
        Response response = new Response(passed(), head.status(), head.saysWhen(), client.waited());
        responses.add(response);
        client.pause(manners.pauseAfter(response, Duration.ofSeconds(head.retryAfter())));
        turns.over(client);
    }

    private interface Deed {
        void run() throws IOException;
    }

    private void attempt(FloodClient client, Turns turns, Deed deed) {
        try {
            deed.run();
        } catch (IOException lost) {
            giveUp(client, turns);
        }
    }

    /** Its connection is no good. That costs a response only where one was due. */
    private void giveUp(FloodClient client, Turns turns) {
        try {
            if (client.isUnderWay()) {
                responses.add(Response.lost(passed(), client.waited()));
                client.lose();
                turns.over(client);
            } else {
                client.hangUp();
            }
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    /** Asks no more, and waits for every answer. */
    @Override
    public void close() {
        goesOn = false;
        end.join();
    }
}
