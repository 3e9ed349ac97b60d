package io.authsvcs.auth.flow;

import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.Methods;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One session on several instances, whatever random callers do to it, and what of that must not have been. */
final class TestFamily {
    private static final Caller SOMEBODY = Caller.itself("test");
    private static final Password PASSWORD = new Password(TestInstance.ADMIN_PASSWORD);
    private static final Password OTHER_PASSWORD = new Password("a noisy evening");
    private static final int WAVES = 3;
    /** Of so many moves about one is to end the session. */
    private static final int MOVES_AN_END = 10;
    /** One of so many of these is the slowest, for its hashes. */
    private static final int ENDS_A_CHANGE = 8;

    private final List<TestInstance> instances;
    private final Identity owner;
    private final Random random;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, String> successors = new HashMap<>();
    private final List<End> ends = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private String accessToken = "";
    private boolean over;

    TestFamily(List<TestInstance> instances, Identity owner, Random random) {
        this.instances = instances;
        this.owner = owner;
        this.random = random;
    }

    /** How somebody ends a session. */
    enum End {
        LOGOUT,
        END_ALL,
        CHANGE_PASSWORD
    }

    /** Opens it, then some waves of moves at once; where that was its end, every token is tried that there was. */
    Mono<Void> play() {
        return open().thenMany(Flux.range(0, WAVES).concatMap(wave -> wave()))
                .then(Mono.defer(() -> isOver() ? spendAll() : Mono.empty()));
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized List<End> ends() {
        return List.copyOf(ends);
    }

    private Mono<Void> open() {
        return instance()
                .bean(Sessions.class)
                .open(
                        SessionId.next(),
                        owner,
                        Methods.PASSWORD,
                        SessionRequest.derived(Optional.empty(), false, SOMEBODY))
                .flatMap(turn -> instance().bean(IssueGrant.class).of(new Opened(owner, turn)))
                .doOnNext(grant -> {
                    accessToken = grant.accessToken().text();
                    tokens.add(grant.refreshToken().text());
                })
                .then();
    }

    private Mono<Void> wave() {
        return Flux.range(0, 2 + random.nextInt(2)).flatMap(caller -> move()).then();
    }

    private Mono<Void> move() {
        return random.nextInt(MOVES_AN_END) == 0 ? end(anyEnd()) : spend(anyToken());
    }

    /** Whoever is told that it is over tries at once, while others are still at it. */
    private Mono<Void> end(End end) {
        return told(end).doOnSuccess(done -> note(end)).then(spendAll());
    }

    private Mono<Void> told(End end) {
        return switch (end) {
            case LOGOUT ->
                instance()
                        .bean(Logout.class)
                        .end(PresentedToken.of(accessToken), SOMEBODY)
                        .then();
            case END_ALL -> instance().bean(EndSessions.class).endAll(owner.subject(), Optional.empty(), SOMEBODY);
            case CHANGE_PASSWORD ->
                instance()
                        .bean(ChangePassword.class)
                        .change(new ChangePassword.Attempt(
                                PresentedToken.of(accessToken),
                                new ChangePassword.Proof.CurrentPassword(PASSWORD),
                                OTHER_PASSWORD,
                                Optional.empty(),
                                SOMEBODY))
                        .then();
        };
    }

    private Mono<Void> spendAll() {
        return Flux.defer(() -> Flux.fromIterable(known())).flatMap(this::spend).then();
    }

    private Mono<Void> spend(String token) {
        return Mono.defer(() -> {
            boolean before = isOver();
            return instance()
                    .bean(RefreshSession.class)
                    .spend(new RefreshSession.Attempt(token, Optional.empty(), SOMEBODY))
                    .doOnNext(result -> note(token, result, before))
                    .then();
        });
    }

    private synchronized void note(String token, RefreshSession.Result result, boolean wasOver) {
        if (!(result instanceof RefreshSession.Result.Refreshed(Opened opened))) {
            over = true;
            return;
        }
        String successor =
                instance().bean(RefreshTokens.class).of(opened.turn()).text();
        if (wasOver) {
            faults.add("refreshed after its end, " + ends);
        }
        if (!successors.computeIfAbsent(token, first -> successor).equals(successor)) {
            faults.add("forked");
        }
        if (!tokens.contains(successor)) {
            tokens.add(successor);
        }
    }

    private synchronized void note(End end) {
        ends.add(end);
        over = true;
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized List<String> known() {
        return List.copyOf(tokens);
    }

    private synchronized String anyToken() {
        return tokens.get(random.nextInt(tokens.size()));
    }

    private End anyEnd() {
        if (random.nextInt(ENDS_A_CHANGE) == 0) {
            return End.CHANGE_PASSWORD;
        }
        return random.nextBoolean() ? End.LOGOUT : End.END_ALL;
    }

    private TestInstance instance() {
        return instances.get(random.nextInt(instances.size()));
    }
}
