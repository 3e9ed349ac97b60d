package io.authsvcs.auth.contract.slide;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.authsvcs.auth.flow.EndToken;
import io.authsvcs.auth.flow.ListTokens;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.References.Labelled;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /auth/tokens/ and DELETE /auth/tokens/{key}/. */
@Component
class SlideTokensEndpoint {
    private final SignedIn signedIn;
    private final ListTokens listTokens;
    private final EndToken endToken;
    private final SlideFaults faults;

    SlideTokensEndpoint(SignedIn signedIn, ListTokens listTokens, EndToken endToken, SlideFaults faults) {
        this.signedIn = signedIn;
        this.listTokens = listTokens;
        this.endToken = endToken;
        this.faults = faults;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return signedIn.answer(
                request,
                caller -> listTokens.of(caller.claims().subject()).flatMap(found -> SlideAnswers.ok(Page.of(found))),
                faults::unauthorized);
    }

    Mono<ServerResponse> end(ServerRequest request) {
        return signedIn.answerOnce(
                request,
                caller -> endToken.end(attempt(request, caller.claims().subject()))
                        .flatMap(ended ->
                                ended ? SlideAnswers.deleted() : faults.refuse(Status.NOT_FOUND, "No such token")),
                SlideAnswers::deleted,
                faults::unauthorized);
    }

    private static EndToken.Attempt attempt(ServerRequest request, Subject owner) {
        return new EndToken.Attempt(
                request.pathVariable("key"), owner, RequestBodies.none().idempotencyKey(request), Callers.of(request));
    }

    /** All on one page. */
    private record Page(int count, Optional<String> next, Optional<String> previous, List<Entry> results) {
        static Page of(List<Labelled> tokens) {
            return new Page(
                    tokens.size(),
                    Optional.empty(),
                    Optional.empty(),
                    tokens.stream().map(Entry::of).toList());
        }
    }

    /** @param expires in milliseconds since 1970; null: never */
    private record Entry(@JsonProperty("token_key") String key, Optional<Long> expires) {
        static Entry of(Labelled token) {
            return new Entry(token.label(), token.expiresAt().map(Instant::toEpochMilli));
        }
    }
}
