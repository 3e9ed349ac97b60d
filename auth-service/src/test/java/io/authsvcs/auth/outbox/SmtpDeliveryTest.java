package io.authsvcs.auth.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.action.ActionId;
import io.authsvcs.auth.action.Actions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpDeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String database = TestDatabase.create();
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMessageReachesItsRecipient() throws MessagingException {
        try (TestInstance instance = instance()) {
            TestMessages messages = new TestMessages(instance);

            ActionId action = messages.to("Ann@Example.com");
            instance.bean(Outbox.class).hurry();

            await().atMost(SOON).untilAsserted(() -> assertThat(messages.rows()).isEmpty());
            MimeMessage received = received().getFirst();
            assertThat(received.getHeader("To")).containsExactly("Ann@Example.com");
            assertThat(received.getHeader("From")).containsExactly("Accounts <accounts@example.com>");
            assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(received.getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(GreenMailUtil.getBody(received))
                    .contains("https://accounts.example.com/reset-password?token=" + messages.token(action))
                    .containsIgnoringNewLines("\n" + messages.token(action) + "\n");
        }
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() {
        try (TestInstance instance = instance()) {
            TestMessages messages = new TestMessages(instance);
            int port = server.getSmtp().getPort();
            server.stop();

            messages.to("patient@example.com");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(messages.rows().getFirst().get("tries"))
                            .as("so that one has failed")
                            .isEqualTo(2));
            GreenMail back = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
            back.start();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(back.getReceivedMessages()).hasSize(1));
            back.stop();
        }
    }

    @Test
    void twoInstancesDeliverEachMessageOnce() {
        List<String> everybody = IntStream.range(0, 100)
                .mapToObj(i -> "user" + i + "@example.com")
                .toList();
        try (TestInstance writer = TestInstance.start(database)) {
            everybody.forEach(new TestMessages(writer)::to);
        }
        TestDatabase.execute(database, "UPDATE outbox SET due_at = now() + interval '1 hour'");
        try (TestInstance one = instance();
                TestInstance other = instance()) {
            assertThat(List.of(one, other)).allMatch(TestInstance::isReady);

            TestDatabase.execute(database, "UPDATE outbox SET due_at = now()");

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(new TestMessages(one).rows()).isEmpty());
            assertThat(recipients()).containsExactlyInAnyOrderElementsOf(everybody);
        }
    }

    @Test
    void whatADeadInstanceHadTakenComesBack() {
        try (TestInstance dead = TestInstance.start(database)) {
            new TestMessages(dead).to("returned@example.com");
            assertThat(dead.bean(OutboxRows.class).take(Duration.ofSeconds(2)).block())
                    .isNotNull();
        }
        try (TestInstance next = instance()) {
            TestMessages messages = new TestMessages(next);

            await().atMost(SOON).untilAsserted(() -> assertThat(messages.rows()).isEmpty());
            assertThat(recipients()).containsExactly("returned@example.com");
        }
    }

    @Test
    void nothingIsSentToAServerThatOffersNoTls() {
        try (TestInstance instance = instanceWithTls("starttls")) {
            TestMessages messages = new TestMessages(instance);

            messages.to("careful@example.com");

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(messages.rows().getFirst().get("tries")).isEqualTo(2));
            assertThat(recipients()).isEmpty();
        }
    }

    @Test
    void whatIsUsedAlreadyIsNotSent() {
        try (TestInstance dead = TestInstance.start(database)) {
            ActionId action = new TestMessages(dead).to("quick@example.com");
            assertThat(dead.bean(Actions.class).use(action).block()).isTrue();
        }
        try (TestInstance next = instance()) {
            TestMessages messages = new TestMessages(next);

            await().atMost(SOON).untilAsserted(() -> assertThat(messages.rows()).isEmpty());
            assertThat(recipients()).isEmpty();
        }
    }

    private TestInstance instance() {
        return instanceWithTls("none");
    }

    private TestInstance instanceWithTls(String tls) {
        return TestInstance.start(
                database,
                "auth.mail.smtp.host=127.0.0.1",
                "auth.mail.smtp.port=" + server.getSmtp().getPort(),
                "auth.mail.smtp.tls=" + tls,
                "auth.mail.from=Accounts <accounts@example.com>",
                "auth.messages.public-url=https://accounts.example.com/");
    }

    private List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    private List<String> recipients() {
        return received().stream()
                .map(message -> {
                    try {
                        return Arrays.toString(message.getAllRecipients()).replaceAll("[\\[\\]]", "");
                    } catch (MessagingException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .toList();
    }
}
