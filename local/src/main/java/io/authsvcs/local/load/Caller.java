package io.authsvcs.local.load;

import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A client of one or several gateways, as whoever balances them: it asks each four times a second for its health, and
 * begins with those that are well. A connection that is refused is tried at the next gateway; nothing else is repeated,
 * not even where the JDK's own client would: that would hide what was lost.
 */
public final class Caller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ATTEMPTS = "jdk.httpclient.redirects.retrylimit";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Balance balance;

    public Caller(List<URI> gateways) {
        this.balance = Balance.of(gateways, http);
        if (Integer.getInteger(ATTEMPTS, 0) != 1) {
            throw Fault.failed(
                    "load",
                    "The JDK's client would repeat requests by itself, and hide what was lost.",
                    "Start Java with -D" + ATTEMPTS + "=1, as authctl chaos does.");
        }
    }

    public Reply send(Request request) {
        Reply reply = new Reply.None("no gateway was asked");
        for (URI gateway : balance.order()) {
            reply = send(request, gateway);
            if (!(reply instanceof Reply.Refused)) {
                return reply;
            }
        }
        return reply;
    }

    private Reply send(Request request, URI gateway) {
        try {
            return new Reply.Given(answer(http.send(request.to(gateway, PATIENCE), BodyHandlers.ofString())));
        } catch (IOException broken) {
            return isRefusal(broken) ? new Reply.Refused() : new Reply.None(words(broken));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while calling a gateway");
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Retry-After").isPresent(),
                response.body());
    }

    private static boolean isRefusal(Throwable broken) {
        return causes(broken).anyMatch(ConnectException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable broken) {
        return Stream.iterate(broken, cause -> cause != null, Throwable::getCause);
    }

    private static String words(IOException broken) {
        Throwable cause = causes(broken).reduce(broken, (outer, inner) -> inner);
        return cause.getClass().getSimpleName() + ": " + Excerpt.of(String.valueOf(cause.getMessage()));
    }

    @Override
    public void close() {
        balance.close();
        http.shutdownNow();
    }
}
