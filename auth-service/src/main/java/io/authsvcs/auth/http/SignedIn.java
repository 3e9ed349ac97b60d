package io.authsvcs.auth.http;

import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.common.Status;
import java.util.function.Function;
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

    SignedIn(ValidateToken validateToken) {
        this.validateToken = validateToken;
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
        return answer(
                request,
                caller -> caller.session().roles().contains(Roles.ADMINISTRATOR)
                        ? call.apply(caller)
                        : Answers.refuse(Status.FORBIDDEN, "The role admin is required"));
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
