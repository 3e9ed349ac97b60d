package io.authsvcs.local.nemesis;

import io.authsvcs.local.load.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several clients at the same time, until they are told to end. */
final class Clients implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> runs = new ArrayList<>();
    private volatile boolean goesOn = true;

    private Clients() {}

    static Clients begin(Caller caller, Journal journal, Score score, Onslaught onslaught) {
        Clients clients = new Clients();
        String run = UUID.randomUUID().toString();
        Random seeds = new Random(onslaught.seed());
        for (int number = 1; number <= onslaught.mix().clients; number++) {
            Random random = new Random(seeds.nextLong());
            Client client =
                    new Client(onslaught.mix(), new Clerk(caller, journal, score, random), random, run + "-" + number);
            clients.runs.add(clients.threads.submit(() -> client.run(() -> clients.goesOn)));
        }
        return clients;
    }

    /** Whether any of them has come to an end before its time. */
    boolean haveBroken() {
        return runs.stream().anyMatch(Future::isDone);
    }

    /** Each finishes what it has begun; why one of them broke. */
    Optional<String> end() {
        goesOn = false;
        return runs.stream().flatMap(run -> breakage(run).stream()).findFirst();
    }

    private static Optional<String> breakage(Future<?> run) {
        try {
            run.get();
            return Optional.empty();
        } catch (ExecutionException broken) {
            return Optional.of("A client broke: " + broken.getCause() + ".");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the clients");
        }
    }

    /** At once, when they were not told before. */
    @Override
    public void close() {
        goesOn = false;
        threads.shutdownNow();
        threads.close();
    }
}
