package io.authsvcs.auth.api;

import io.authsvcs.auth.flow.IssueGrant;
import io.authsvcs.auth.flow.RefreshSession;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/auth/refresh. */
@Component
class RefreshEndpoint {
    private final RequestBodies bodies;
    private final RefreshSession refreshSession;
    private final IssueGrant issueGrant;

    RefreshEndpoint(RequestBodies bodies, RefreshSession refreshSession, IssueGrant issueGrant) {
        this.issueGrant = issueGrant;
        this.bodies = bodies;
        this.refreshSession = refreshSession;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJson(request)
                .map(fields -> read(fields, request))
                .flatMap(refreshSession::spend)
                .flatMap(this::render);
    }

    private static RefreshSession.Attempt read(Fields fields, ServerRequest request) {
        String token = fields.required("refreshToken");
        fields.check();
        return new RefreshSession.Attempt(token, fields.idempotencyKey(request), Callers.of(request));
    }

    private Mono<ServerResponse> render(RefreshSession.Result result) {
        return switch (result) {
            case RefreshSession.Result.Refreshed(var opened) ->
                issueGrant.of(opened).flatMap(grant -> Answers.of(Status.OK, GrantedTokens.of(grant)));
            case RefreshSession.Result.Reused reused -> Answers.challengeToken("Refresh token reused");
            case RefreshSession.Result.Refused(Reason reason) -> Answers.challengeToken(sentence(reason));
        };
    }

    /** A refresh token is no JWT. */
    private static String sentence(Reason reason) {
        return reason == Reason.MALFORMED ? "Invalid refresh token" : reason.sentence();
    }
}
