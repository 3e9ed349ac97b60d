package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Decision 4: once a logout is answered, nobody says valid any more, while others keep asking about the same token. */
@ExtendWith(SharedCluster.class)
class LogoutRacesIT {
    private static final int RACES = Integer.getInteger("acceptance.races");
    private static final int AT_ONCE = 4;

    @Test
    void noValidateThatBeginsAfterALogoutWasAnsweredSaysValid(Cluster cluster, Client gateway) {
        String email = "racer-" + UUID.randomUUID() + "@example.com";
        gateway.register(email);
        List<Client> doors =
                Stream.concat(Stream.of(gateway), instances(cluster)).toList();

        List<CompletableFuture<Void>> racers = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> race(gateway, doors, email)))
                .limit(AT_ONCE)
                .toList();

        racers.forEach(CompletableFuture::join);
    }

    private static void race(Client gateway, List<Client> doors, String email) {
        for (int run = 0; run < RACES / AT_ONCE; run++) {
            String token = gateway.login(email).text("token");
            List<CompletableFuture<Answer>> meanwhile = new ArrayList<>();
            doors.forEach(door -> meanwhile.add(CompletableFuture.supplyAsync(() -> door.validate(token))));

            assertThat(gateway.logout(token).status()).isEqualTo(200);

            for (Client door : doors) {
                assertThat(door.validate(token).body()).contains("\"isValid\":false,\"reason\":\"session revoked\"");
            }
            assertThat(meanwhile)
                    .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        }
    }

    private static Stream<Client> instances(Cluster cluster) {
        return cluster.status().processes().stream()
                .filter(process -> process.kind() == Kind.AUTH)
                .map(process -> new Client(URI.create("http://127.0.0.1:" + process.port())));
    }
}
