package io.authsvcs.auth.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.action.ActionId;
import io.authsvcs.auth.persistence.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class FolderDeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private final String database = TestDatabase.create();

    @Test
    void eachMessageIsAWholeFileForItsOwnersEyesOnly() throws IOException {
        Path folder = home.resolve("new/mail");
        try (TestInstance instance = TestInstance.start(database, "auth.mail.folder=" + folder)) {
            TestMessages messages = new TestMessages(instance);

            ActionId action = messages.to("ann@example.com");

            await().atMost(SOON).untilAsserted(() -> assertThat(messages.rows()).isEmpty());
            Path file = files(folder).getFirst();
            assertThat(files(folder)).hasSize(1);
            assertThat(file.getFileName().toString()).matches("\\d{8}T\\d{6}\\.\\d{3}Z-[0-9a-f-]{36}\\.eml");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file))
                    .contains("To: ann@example.com\r\n", "\r\n" + messages.token(action) + "\r\n")
                    .doesNotContain("http");
        }
    }

    @Test
    void withNowhereToGoMessagesWait() {
        try (TestInstance instance = TestInstance.start(database)) {
            new TestMessages(instance).to("ann@example.com");
            instance.bean(Outbox.class).hurry();
        }
        try (TestInstance instance = TestInstance.start(database, "auth.mail.folder=" + home)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(files(home)).hasSize(1));
            assertThat(new TestMessages(instance).rows()).isEmpty();
        }
    }

    @Test
    void whatCannotBeDeliveredIsKeptAndCounted() {
        try (TestInstance instance = TestInstance.start(database, "auth.mail.folder=" + home)) {
            TestMessages messages = new TestMessages(instance);

            messages.to("a,b@example.com");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(messages.rows().getFirst().get("failed_at"))
                            .isNotNull());
            instance.bean(Outbox.class).count().block();
            assertThat(instance.bean(MeterRegistry.class)
                            .get("outbox.failed")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(files(home)).isEmpty();
        }
    }

    @Test
    void afterTheLastTryAMessageIsGivenUp() throws IOException {
        Path folder = Files.createDirectory(home.resolve("gone"));
        try (TestInstance instance =
                TestInstance.start(database, "auth.mail.folder=" + folder, "auth.messages.tries=2")) {
            TestMessages messages = new TestMessages(instance);
            Files.delete(folder);

            messages.to("ann@example.com");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(messages.rows().getFirst().get("failed_at"))
                            .isNotNull());
            assertThat(messages.rows().getFirst().get("tries")).isEqualTo(2);
        }
    }

    @Test
    void whoTakesAMessagePassesByWhatAnotherIsTaking() {
        try (TestInstance instance = TestInstance.start(database)) {
            TestMessages messages = new TestMessages(instance);
            messages.to("ann@example.com");
            messages.to("ben@example.com");
            OutboxRows rows = instance.bean(OutboxRows.class);
            // On a thread of its own, and so outside of the transaction.
            Mono<Message> another =
                    Mono.fromCallable(() -> rows.take(Delivery.LEASE).block()).subscribeOn(Schedulers.boundedElastic());

            List<Message> taken = instance.bean(Database.class)
                    .inTransaction(rows.take(Delivery.LEASE).concatWith(another).collectList())
                    .blockOptional()
                    .orElseThrow();

            assertThat(taken).extracting(Message::id).doesNotHaveDuplicates().hasSize(2);
        }
    }

    @Test
    void aSlowPostmanLeavesAloneWhatTheNextHasTaken() {
        try (TestInstance instance = TestInstance.start(database)) {
            TestMessages messages = new TestMessages(instance);
            messages.to("ann@example.com");
            OutboxRows rows = instance.bean(OutboxRows.class);
            Message slow = rows.take(Duration.ZERO).blockOptional().orElseThrow();
            Message next = rows.take(Duration.ofMinutes(1)).blockOptional().orElseThrow();

            rows.fail(slow).block();
            rows.putOff(slow, Duration.ZERO).block();
            rows.delete(slow).block();

            assertThat(next.id()).isEqualTo(slow.id());
            assertThat(messages.rows().getFirst().get("failed_at")).isNull();
            assertThat(rows.take(Duration.ZERO).blockOptional()).isEmpty();
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
