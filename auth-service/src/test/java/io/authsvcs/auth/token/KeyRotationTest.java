package io.authsvcs.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.authsvcs.auth.OfflineVerifier;
import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.TestKeys;
import io.authsvcs.auth.persistence.Database;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class KeyRotationTest {
    private static final String[] QUICK = {
        "auth.token.publish-ahead=2s", "auth.token.reload-interval=200ms", "auth.token.rotation-interval=0"
    };
    private static final String[] ALL_THE_TIME = {
        "auth.token.publish-ahead=2s", "auth.token.reload-interval=200ms", "auth.token.rotation-interval=2500ms"
    };
    private static final Duration SOON = Duration.ofSeconds(40);

    private final String database = TestDatabase.create();

    @Test
    void tenRotationsUnderLoadRefuseNoTokenAndSurpriseNoVerifier() throws Exception {
        try (TestInstance one = TestInstance.start(database, ALL_THE_TIME);
                TestInstance other = TestInstance.start(database, ALL_THE_TIME);
                Load load = new Load(List.of(one, other))) {
            Set<String> kids = new HashSet<>();
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> {
                load.rethrow();
                kids.addAll(load.kids());
                return kids.size() > 10;
            });
            assertThat(load.stop()).isGreaterThan(100);
        }
    }

    @Test
    void anInstanceThatWasDownComesBackRight() {
        String old;
        try (TestInstance other = TestInstance.start(database, QUICK)) {
            old = new TestKeys(other).logIn();
        }
        try (TestInstance one = TestInstance.start(database, QUICK)) {
            TestKeys keys = new TestKeys(one);
            String newer = afterRotation(keys);
            String next = rotate(keys);

            try (TestInstance other = TestInstance.start(database, QUICK)) {
                TestKeys back = new TestKeys(other);
                assertThat(back.validate(old)).isEqualTo("valid");
                assertThat(back.validate(newer)).isEqualTo("valid");
                assertThat(back.publishedKids()).containsExactly(TestKeys.kidOf(old), TestKeys.kidOf(newer), next);
            }
        }
    }

    @Test
    void anInstanceThatWasCutOffFromTheDatabaseLearnsWhatItMissed() {
        try (TestInstance one = TestInstance.start(database, QUICK)) {
            TestKeys keys = new TestKeys(one);
            String old = keys.logIn();
            TestDatabase.forbidConnections(database);
            // It has looked in vain for so long that nobody may keep what it publishes.
            Awaitility.await().atMost(SOON).until(() -> keys.cacheControl().equals("max-age=0, public"));
            assertThat(keys.publishedKids()).containsExactly(TestKeys.kidOf(old));
            TestDatabase.allowConnections(database);

            try (TestInstance other = TestInstance.start(database, QUICK)) {
                TestKeys rotating = new TestKeys(other);
                String newer = afterRotation(rotating);

                Awaitility.await()
                        .atMost(SOON)
                        .untilAsserted(() -> assertThat(keys.publishedKids()).contains(TestKeys.kidOf(newer)));
                assertThat(keys.validate(newer)).isEqualTo("valid");
            }
        }
    }

    @Test
    void aMachinesClockHalfAMinuteOffChangesNothing() {
        String aWhile = "auth.token.publish-ahead=10s";
        try (TestInstance right = TestInstance.start(database, "auth.token.reload-interval=200ms", aWhile);
                TestInstance ahead = atOffset(Duration.ofSeconds(30), aWhile)) {
            TestKeys keys = new TestKeys(right);
            TestKeys early = new TestKeys(ahead);
            String old = keys.logIn();
            assertThat(early.validate(old)).isEqualTo("valid");

            String next = rotate(keys);

            // Half a minute early, the next key would sign at once.
            assertThat(TestKeys.kidOf(early.logIn())).isEqualTo(TestKeys.kidOf(old));
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> TestKeys.kidOf(early.logIn()).equals(next)
                            && TestKeys.kidOf(keys.logIn()).equals(next));
            assertThat(keys.validate(early.logIn())).isEqualTo("valid");
        }
    }

    @Test
    void aMachinesClockRefusesNothingFreshAndRevivesNothingOld() {
        String shortLife = "auth.token.lifetime=20s";
        try (TestInstance right = TestInstance.start(database, "auth.token.lifetime=3s");
                TestInstance ahead = atOffset(Duration.ofSeconds(30), shortLife);
                TestInstance back = atOffset(Duration.ofHours(-1), shortLife)) {
            String fresh = new TestKeys(ahead).logIn();
            assertThat(new TestKeys(ahead).validate(fresh)).isEqualTo("valid");

            String old = new TestKeys(right).logIn();
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> new TestKeys(right).validate(old).equals("jwt expired"));
            assertThat(new TestKeys(back).validate(old)).isEqualTo("jwt expired");
        }
    }

    @Test
    void oneKeyOfSeveralUnderAnotherMasterKeyStopsTheStart() {
        try (TestInstance one = TestInstance.start(database, QUICK)) {
            rotate(new TestKeys(one));
            StepVerifier.create(asAtTheStartOf(one).load()).verifyComplete();

            // As if it had been encrypted under another: it is another key's.
            one.bean(Database.class)
                    .sql("UPDATE signing_keys SET private_key = (SELECT private_key FROM signing_keys WHERE number = 1)"
                            + " WHERE number = 2")
                    .then()
                    .block();

            StepVerifier.create(asAtTheStartOf(one).load()).verifyError(WrongMasterKey.class);
        }
    }

    private static SigningKeys asAtTheStartOf(TestInstance instance) {
        return new SigningKeys(
                instance.bean(SigningKeyRows.class),
                instance.bean(SigningKeyCodec.class),
                new KeyRing(Ticker.systemTicker()),
                instance.bean(RotationSettings.class),
                Ticker.systemTicker());
    }

    private TestInstance atOffset(Duration offset, String... further) {
        List<String> settings = new ArrayList<>(List.of(QUICK));
        settings.addAll(List.of(further));
        return TestInstance.startByClock(
                InstantSource.offset(InstantSource.system(), offset), database, settings.toArray(String[]::new));
    }

    private static String rotate(TestKeys keys) {
        return TestKeys.text(
                TestKeys.json(keys.rotate(keys.logIn()).expectStatus().isCreated()), "kid");
    }

    /** A token of a new key. */
    private static String afterRotation(TestKeys keys) {
        String kid = rotate(keys);
        Awaitility.await().atMost(SOON).until(() -> TestKeys.kidOf(keys.logIn()).equals(kid));
        return keys.logIn();
    }

    /** Callers that log in, validate at either instance, and verify by what the other instance publishes. */
    private static final class Load implements AutoCloseable {
        private final ExecutorService callers = Executors.newFixedThreadPool(4);
        private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final AtomicInteger validated = new AtomicInteger();
        private final List<Future<?>> work = new ArrayList<>();
        private final List<OfflineVerifier> verifiers;

        Load(List<TestInstance> instances) {
            this.verifiers = instances.stream().map(OfflineVerifier::new).toList();
            for (int index = 0; index < instances.size(); index++) {
                TestKeys keys = new TestKeys(instances.get(index));
                OfflineVerifier others = verifiers.get(1 - index);
                work.add(callers.submit(() -> logInAgainAndAgain(keys, others)));
                work.add(callers.submit(() -> validateAgainAndAgain(keys)));
            }
        }

        private void logInAgainAndAgain(TestKeys keys, OfflineVerifier others) {
            while (running.get()) {
                String token = keys.logIn();
                assertThat(isBelieved(others, token))
                        .as("published before it signed")
                        .isTrue();
                tokens.add(token);
            }
        }

        private void validateAgainAndAgain(TestKeys keys) {
            while (running.get()) {
                for (String token : tokens) {
                    assertThat(keys.validate(token)).isEqualTo("valid");
                    validated.incrementAndGet();
                }
            }
        }

        private static boolean isBelieved(OfflineVerifier verifier, String token) {
            try {
                return verifier.believes(token);
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException(failure);
            }
        }

        Set<String> kids() {
            Set<String> kids = new HashSet<>();
            tokens.forEach(token -> kids.add(TestKeys.kidOf(token)));
            return kids;
        }

        /** Ends where one of them has met something wrong. */
        void rethrow() throws Exception {
            for (Future<?> caller : work) {
                if (caller.isDone()) {
                    caller.get();
                }
            }
        }

        /** @return how many validations there were, all of them good */
        int stop() throws Exception {
            running.set(false);
            for (Future<?> caller : work) {
                caller.get();
            }
            return validated.get();
        }

        @Override
        public void close() {
            running.set(false);
            callers.close();
            verifiers.forEach(OfflineVerifier::close);
        }
    }
}
