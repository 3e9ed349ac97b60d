package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Answer;
import io.authsvcs.local.load.Caller;
import io.authsvcs.local.load.Reply;
import io.authsvcs.local.load.Request;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.report.Figure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for the published keys each second until it is closed: whoever verifies tokens by himself needs nothing else. */
final class KeySetWatch implements AutoCloseable {
    private static final String PATH = "/.well-known/jwks.json";
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Caller caller;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final Thread thread = Thread.ofVirtual().name("keys").unstarted(this::watch);
    private volatile boolean goesOn = true;

    private KeySetWatch(List<URI> gateways) {
        this.caller = new Caller(gateways);
    }

    static KeySetWatch of(List<URI> gateways) {
        KeySetWatch watch = new KeySetWatch(gateways);
        watch.thread.start();
        return watch;
    }

    Figure figure() {
        return new Figure(
                "The published keys were asked for " + asked + " times and served " + served + " times",
                "every time",
                asked.get() > 0 && asked.get() == served.get());
    }

    private void watch() {
        while (goesOn) {
            asked.incrementAndGet();
            if (caller.send(Request.get(PATH)) instanceof Reply.Given(Answer answer) && hasKeys(answer)) {
                served.incrementAndGet();
            }
            Deadline.in(INTERVAL).await(() -> !goesOn);
        }
    }

    private static boolean hasKeys(Answer answer) {
        return answer.status() == 200 && !answer.text("/keys/0/kid").isEmpty();
    }

    /** Waits for the last answer. */
    @Override
    public void close() {
        goesOn = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while asking for the published keys");
        } finally {
            caller.close();
        }
    }
}
