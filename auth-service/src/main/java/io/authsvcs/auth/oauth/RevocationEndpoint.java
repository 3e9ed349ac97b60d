package io.authsvcs.auth.oauth;

import io.authsvcs.auth.flow.RevokeToken;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /oauth2/revoke (RFC 7009): 200 for whatever token it was, also for none of ours (§2.2). */
@Component
class RevocationEndpoint {
    private final CallingPartner callingPartner;
    private final RequestBodies bodies;
    private final RevokeToken revokeToken;

    RevocationEndpoint(CallingPartner callingPartner, RequestBodies bodies, RevokeToken revokeToken) {
        this.callingPartner = callingPartner;
        this.bodies = bodies;
        this.revokeToken = revokeToken;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return callingPartner.answer(
                request,
                partner -> bodies.readForm(request)
                        .map(TokenField::read)
                        .flatMap(token -> revokeToken.revoke(token, partner, Callers.of(request)))
                        .then(Answers.empty(Status.OK)));
    }
}
