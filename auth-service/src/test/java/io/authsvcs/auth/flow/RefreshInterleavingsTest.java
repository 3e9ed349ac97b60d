package io.authsvcs.auth.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.token.RefreshTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions as state machines under random callers: whatever they do, each token has one successor at most. */
class RefreshInterleavingsTest {
    private static final int ROUNDS = 1_000;
    private static final Caller SOMEBODY = Caller.itself("test");

    @Test
    void noInterleavingForksASession() {
        String database = TestDatabase.create();
        try (TestInstance one = TestInstance.start(database);
                TestInstance other = TestInstance.start(database)) {
            Identity identity = administrator(one);
            long seed = System.nanoTime();
            Random random = new Random(seed);

            List<String> forks = Flux.range(0, ROUNDS)
                    .flatMap(round -> new Round(one, other, identity, new Random(random.nextLong())).play(), 4)
                    .collectList()
                    .blockOptional()
                    .orElseThrow();

            assertThat(forks).as("seed " + seed).hasSize(ROUNDS).containsOnly("");
        }
    }

    private static Identity administrator(TestInstance instance) {
        return instance.bean(Credentials.class)
                .find(Email.parse(TestInstance.ADMIN_EMAIL).orElseThrow())
                .flatMap(holder ->
                        instance.bean(Identities.class).find(holder.identity().subject()))
                .blockOptional()
                .orElseThrow();
    }

    /** One session, in some waves of requests at once, each with a token that was seen before. */
    private static final class Round {
        private final TestInstance one;
        private final TestInstance other;
        private final Identity identity;
        private final Random random;
        private final List<String> tokens = new ArrayList<>();
        private final Map<String, String> successors = new HashMap<>();
        private boolean ended;
        private String fault = "";

        Round(TestInstance one, TestInstance other, Identity identity, Random random) {
            this.one = one;
            this.other = other;
            this.identity = identity;
            this.random = random;
        }

        Mono<String> play() {
            return one.bean(Sessions.class)
                    .open(SessionId.next(), identity, SessionRequest.derived(Optional.empty(), false, SOMEBODY))
                    .doOnNext(turn ->
                            tokens.add(one.bean(RefreshTokens.class).of(turn).text()))
                    .thenMany(Flux.range(0, 3).concatMap(wave -> wave()))
                    .then(Mono.fromSupplier(() -> fault));
        }

        private Mono<Void> wave() {
            boolean over = ended;
            List<String> presented = random.ints(2 + random.nextInt(2), 0, tokens.size())
                    .mapToObj(tokens::get)
                    .toList();
            return Flux.fromIterable(presented)
                    .flatMap(token -> spend(token).doOnNext(result -> note(token, result, over)))
                    .then();
        }

        private Mono<RefreshSession.Result> spend(String token) {
            TestInstance instance = random.nextBoolean() ? one : other;
            return instance.bean(RefreshSession.class)
                    .spend(new RefreshSession.Attempt(token, Optional.empty(), SOMEBODY));
        }

        private synchronized void note(String token, RefreshSession.Result result, boolean over) {
            if (result instanceof RefreshSession.Result.Refreshed(Opened opened)) {
                String successor =
                        one.bean(RefreshTokens.class).of(opened.turn()).text();
                if (over) {
                    fault = "refreshed after the end";
                }
                if (!successors.computeIfAbsent(token, first -> successor).equals(successor)) {
                    fault = "forked";
                }
                if (!tokens.contains(successor)) {
                    tokens.add(successor);
                }
            } else {
                ended = true;
            }
        }
    }
}
