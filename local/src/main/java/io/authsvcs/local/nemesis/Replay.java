package io.authsvcs.local.nemesis;

import io.authsvcs.local.fault.Fault;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Says what is not as the journal has it, in sentences; none when all of it is. */
record Replay(Asker asker, Trail trail) {
    private static final int AT_ONCE = 4;

    List<String> broken(Collection<History> histories) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<String>>> findings = histories.stream()
                    .map(history -> threads.submit(() -> broken(history)))
                    .toList();
            return findings.stream().flatMap(finding -> found(finding).stream()).toList();
        }
    }

    private List<String> broken(History history) {
        try {
            return Stream.of(
                            new AuditQuestions(trail).broken(history),
                            new SessionQuestions(asker).broken(history),
                            new PasswordQuestions(asker).broken(history))
                    .flatMap(List::stream)
                    .map(sentence -> sentence + " (" + history.user() + ")")
                    .toList();
        } catch (Fault unable) {
            return List.of("It could not be asked about " + history.user() + ": " + unable.sentence());
        }
    }

    private static List<String> found(Future<List<String>> finding) {
        try {
            return finding.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A question failed", broken.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while asking what is left");
        }
    }
}
