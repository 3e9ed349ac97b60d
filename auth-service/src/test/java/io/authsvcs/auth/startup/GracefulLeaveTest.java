package io.authsvcs.auth.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** On real connections, as a gateway keeps them. */
class GracefulLeaveTest {
    private static final String LOGIN =
            "{\"email\":\"" + TestInstance.ADMIN_EMAIL + "\",\"password\":\"" + TestInstance.ADMIN_PASSWORD + "\"}";
    private static final int LOGINS = 4;
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
    void loginsUnderWayAreFinishedAndTheirConnectionsEndWithThem() throws Exception {
        String database = TestDatabase.create();
        TestInstance instance = TestInstance.start(database);
        List<KeptConnection> kept =
                Stream.generate(() -> KeptConnection.to(instance)).limit(LOGINS).toList();

        List<CompletableFuture<Void>> closing = new ArrayList<>();
        TestDatabase.holding(database, "LOCK TABLE sessions IN EXCLUSIVE MODE", LOGINS, () -> {
            kept.forEach(each -> each.post("/v1/auth/login", LOGIN));
            Awaitility.await().until(() -> TestDatabase.waitingForLocks(database) == LOGINS);
            closing.add(CompletableFuture.runAsync(instance::close));
            Awaitility.await().until(() -> isClosedToOthers(instance));
        });

        for (KeptConnection each : kept) {
            assertThat(each.answer()).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
            assertThat(each.isClosed()).isTrue();
            each.close();
        }
        assertThat(closing).allSatisfy(CompletableFuture::join);
    }

    private static boolean isClosedToOthers(TestInstance instance) {
        try {
            KeptConnection.to(instance).close();
            return false;
        } catch (IOException | UncheckedIOException refused) {
            return true;
        }
    }

    private static String ask(KeptConnection connection, String path) {
        connection.get(path);
        return connection.answer();
    }
}
