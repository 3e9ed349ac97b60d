package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.flow.Logout;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.PresentedTokens;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /api/authorization/logout. Whoever had logged out before has logged out: a lost answer may be asked for again. */
@Component
class AuthorizationLogoutEndpoint {
    private final Logout logout;
    private final BrowserCookie cookie;

    AuthorizationLogoutEndpoint(Logout logout, BrowserCookie cookie) {
        this.logout = logout;
        this.cookie = cookie;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return PresentedTokens.findOfOwnSite(request)
                .map(token -> logout.end(token, Callers.of(request)).flatMap(this::render))
                .orElseGet(AuthorizationLogoutEndpoint::refuse);
    }

    private Mono<ServerResponse> render(Logout.Result result) {
        return switch (result) {
            case Logout.Result.LoggedOut done -> AuthorizationAnswers.done(cookie.gone());
            case Logout.Result.NotOurs notOurs -> refuse();
        };
    }

    private static Mono<ServerResponse> refuse() {
        return AuthorizationAnswers.refuse(Status.FORBIDDEN, "User is not authorized to logout.");
    }
}
