package io.authsvcs.auth.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** On real connections, as a gateway keeps them. */
class GracefulLeaveTest {
    private static final String LOGIN =
            "{\"email\":\"" + TestInstance.ADMIN_EMAIL + "\",\"password\":\"" + TestInstance.ADMIN_PASSWORD + "\"}";
    private static final String INSTANCE = "/internal/instance";

    @Test
    void whatArrivesWhileGatewaysStillLookIsServedAndTheConnectionKept() throws Exception {
        TestInstance instance = TestInstance.start(TestDatabase.create(), "auth.registry.leave-pause=5s");
        try (KeptConnection kept = KeptConnection.to(instance)) {
            kept.get("/.well-known/jwks.json");
            assertThat(kept.answer()).startsWith("HTTP/1.1 200");

            CompletableFuture<Void> closed = CompletableFuture.runAsync(instance::close);
            Awaitility.await().until(() -> ask(kept, INSTANCE).contains("LEAVING"));

            for (int request = 0; request < 3; request++) {
                assertThat(ask(kept, "/.well-known/jwks.json"))
                        .startsWith("HTTP/1.1 200")
                        .doesNotContainIgnoringCase("connection: close");
            }
            kept.post("/v1/auth/login", LOGIN);
            assertThat(kept.answer()).startsWith("HTTP/1.1 200").contains("\"token\"");
            closed.join();
            assertThat(kept.isClosed()).isTrue();
        } finally {
            instance.close();
        }
    }

    @Test
    void loginsInTheHashLaneAreFinishedAndTheirConnectionsEndWithThem() throws Exception {
        TestInstance instance = TestInstance.start(TestDatabase.create(), "auth.hashing.waiting=32");
        List<KeptConnection> kept =
                Stream.generate(() -> KeptConnection.to(instance)).limit(8).toList();
        for (KeptConnection each : kept) {
            each.post("/v1/auth/login", LOGIN);
        }
        String first = kept.getFirst().answer();

        instance.close();

        assertThat(first).startsWith("HTTP/1.1 200");
        List<String> later = kept.stream().skip(1).map(KeptConnection::answer).toList();
        assertThat(later).allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 200"));
        assertThat(later).anySatisfy(answer -> assertThat(answer).containsIgnoringCase("connection: close"));
        for (KeptConnection each : kept) {
            assertThat(each.isClosed()).isTrue();
            each.close();
        }
    }

    private static String ask(KeptConnection connection, String path) {
        connection.get(path);
        return connection.answer();
    }
}
