package io.authsvcs.auth.http;

import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.common.Status;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Lets a call through that brings a token of a live session, and says whose it is; any other is answered 401. */
@Component
public class SignedIn {
    /** What a call reads that should bring a token and brings none. */
    public static final String MISSING_TOKEN = "Missing token";

    private final ValidateToken validateToken;
    private final Effects effects;

    SignedIn(ValidateToken validateToken, Effects effects) {
        this.validateToken = validateToken;
        this.effects = effects;
    }

    public Mono<ServerResponse> answer(ServerRequest request, Function<Verdict.Valid, Mono<ServerResponse>> call) {
        return answer(request, call, Answers::challenge, Answers::challengeToken);
    }

    /** @param refuse answers 401 for the reason that it is given */
    public Mono<ServerResponse> answer(
            ServerRequest request,
            Function<Verdict.Valid, Mono<ServerResponse>> call,
            Function<String, Mono<ServerResponse>> refuse) {
        return answer(request, call, refuse, refuse);
    }

    /**
     * The same for a call without a body that may put the token to death that it brings: that isn't held against its
     * repetition.
     *
     * @param done answers the repetition
     */
    public Mono<ServerResponse> answerOnce(
            ServerRequest request,
            Function<Verdict.Valid, Mono<ServerResponse>> call,
            Supplier<Mono<ServerResponse>> done) {
        return answer(request, call, Answers::challenge, unlessDone(request, done, Answers::challengeToken));
    }

    public Mono<ServerResponse> answerOnce(
            ServerRequest request,
            Function<Verdict.Valid, Mono<ServerResponse>> call,
            Supplier<Mono<ServerResponse>> done,
            Function<String, Mono<ServerResponse>> refuse) {
        return answer(request, call, refuse, unlessDone(request, done, refuse));
    }

    // The key takes the token in: nobody learns by it what another has done.
    private Function<String, Mono<ServerResponse>> unlessDone(
            ServerRequest request, Supplier<Mono<ServerResponse>> done, Function<String, Mono<ServerResponse>> refuse) {
        return reason -> effects.find(RequestBodies.none().idempotencyKey(request))
                .flatMap(before -> done.get())
                .switchIfEmpty(Mono.defer(() -> refuse.apply(reason)));
    }

    private Mono<ServerResponse> answer(
            ServerRequest request,
            Function<Verdict.Valid, Mono<ServerResponse>> call,
            Function<String, Mono<ServerResponse>> refuse,
            Function<String, Mono<ServerResponse>> refuseToken) {
        return PresentedTokens.find(request)
                .map(token -> validateToken.check(token).flatMap(verdict -> answer(verdict, call, refuseToken)))
                .orElseGet(() -> refuse.apply(MISSING_TOKEN));
    }

    /** Further asks for the role {@code admin}, as the database has it now: 403 without. */
    public Mono<ServerResponse> answerAdministrator(
            ServerRequest request, Function<Verdict.Valid, Mono<ServerResponse>> call) {
        return answer(request, caller -> ifAdministrator(caller, call));
    }

    /** As {@link #answerOnce}. */
    public Mono<ServerResponse> answerAdministratorOnce(
            ServerRequest request,
            Function<Verdict.Valid, Mono<ServerResponse>> call,
            Supplier<Mono<ServerResponse>> done) {
        return answerOnce(request, caller -> ifAdministrator(caller, call), done);
    }

    private static Mono<ServerResponse> ifAdministrator(
            Verdict.Valid caller, Function<Verdict.Valid, Mono<ServerResponse>> call) {
        return caller.session().roles().contains(Roles.ADMINISTRATOR)
                ? call.apply(caller)
                : Answers.refuse(Status.FORBIDDEN, "The role admin is required");
    }

    private static Mono<ServerResponse> answer(
            Verdict verdict,
            Function<Verdict.Valid, Mono<ServerResponse>> call,
            Function<String, Mono<ServerResponse>> refuseToken) {
        return switch (verdict) {
            case Verdict.Valid valid -> call.apply(valid);
            case Verdict.Invalid(Reason reason) -> refuseToken.apply(reason.sentence());
        };
    }
}
