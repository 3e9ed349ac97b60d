package io.authsvcs.local.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NemesisTest {
    private static final List<String> NAMES = List.of("gateway", "auth-1", "registry", "database");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> deeds = new CopyOnWriteArrayList<>();
    private FakeAccounts gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = FakeAccounts.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void everythingIsKeptWhereNothingIsLost() throws IOException {
        Outcome outcome = unleashed(prey());

        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.kills()).isEqualTo(5);
        assertThat(outcome.operations().acknowledged()).isGreaterThanOrEqualTo(300);
        assertThat(outcome.counts().values())
                .allSatisfy(count -> assertThat(count.acknowledged()).isPositive());
        assertThat(Files.getPosixFilePermissions(outcome.onslaught().journal()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void eachOfTheDeadIsStartedBeforeTheNextOneDies() {
        unleashed(prey());

        assertThat(deeds).hasSize(10);
        for (int kill = 0; kill < 5; kill++) {
            assertThat(deeds.get(2 * kill + 1))
                    .isEqualTo("start " + deeds.get(2 * kill).replace("crash ", ""));
        }
    }

    @Test
    void theSameSeedPicksTheSameOnes() {
        Outcome first = unleashed(prey(), "first");

        assertThat(unleashed(prey(), "second").killed()).isEqualTo(first.killed());
    }

    @Test
    void answersThatAreLostMayBeRepeatedOrUnknownAndNothingIsDoneTwice() {
        gateway.loseAnswers((path, number) -> !path.endsWith("validate") && number % 10 == 0 && number < 400);

        Outcome outcome = unleashed(prey());

        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.repeated()).isPositive();
        assertThat(outcome.operations().unknown()).isPositive();
    }

    @Test
    void aCrashThatLosesAccountsIsFoundOut() {
        Outcome outcome = unleashed(new Prey(() -> NAMES, name -> gateway.passwords.clear(), deeds::add));

        assertThat(outcome.isKept()).isFalse();
    }

    @Test
    void aCrashThatLosesSessionsIsFoundOut() {
        Outcome outcome = unleashed(new Prey(() -> NAMES, name -> gateway.valid.clear(), deeds::add));

        assertThat(outcome.isKept()).isFalse();
    }

    @Test
    void whoeverDoesNotComeBackIsFoundOut() {
        Outcome outcome = unleashed(new Prey(() -> NAMES, deeds::add, name -> {
            throw Fault.failed(name, name + " ended while it was starting.", "Look.");
        }));

        assertThat(outcome.broken())
                .anySatisfy(sentence -> assertThat(sentence).contains("ended while it was starting"));
    }

    private Prey prey() {
        return new Prey(() -> NAMES, name -> deeds.add("crash " + name), name -> deeds.add("start " + name));
    }

    private Outcome unleashed(Prey prey) {
        return unleashed(prey, "journal");
    }

    private Outcome unleashed(Prey prey, String journal) {
        Onslaught onslaught = new Onslaught(5, 300, Shares.CHEAP, 7, folder.resolve(journal + ".jsonl"));
        return new Nemesis(onslaught, prey, gateway.urls(), gateway, new Score()).unleash();
    }
}
