package io.authsvcs.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Which of several gateways is asked first: one that says that it is well. There is nothing to ask where it is one. */
final class Balance implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<Gateway> gateways;
    private final HttpClient http;
    private volatile boolean goesOn = true;

    private record Gateway(URI url, AtomicBoolean well) {}

    private Balance(List<URI> urls, HttpClient http) {
        this.gateways = urls.stream()
                .map(url -> new Gateway(url, new AtomicBoolean(true)))
                .toList();
        this.http = http;
    }

    static Balance of(List<URI> urls, HttpClient http) {
        Balance balance = new Balance(urls, http);
        if (urls.size() > 1) {
            balance.gateways.forEach(
                    gateway -> Thread.ofVirtual().name("health").start(() -> balance.watch(gateway)));
        }
        return balance;
    }

    /** All of them, those that are well first. */
    List<URI> order() {
        return gateways.stream()
                .sorted(Comparator.comparing(gateway -> !gateway.well().get()))
                .map(Gateway::url)
                .toList();
    }

    private void watch(Gateway gateway) {
        while (goesOn) {
            gateway.well().set(isWell(gateway.url()));
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    private boolean isWell(URI url) {
        HttpRequest question = HttpRequest.newBuilder(url.resolve("/v1/router/health"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        goesOn = false;
    }
}
