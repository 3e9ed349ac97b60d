package io.authsvcs.auth.contract.altegio;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.AuthenticatePartner;
import io.authsvcs.auth.flow.AuthenticatePartner.Verdict;
import io.authsvcs.auth.flow.LoginThroughPartner;
import io.authsvcs.auth.flow.ShowParticulars;
import io.authsvcs.auth.http.BearerToken;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.token.OpaqueToken;
import io.authsvcs.common.Status;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /auth: a partner says who it is before anything else is looked at. */
@Component
class AuthEndpoint {
    private static final String STRANGER = "Authentication needed.";
    private static final String WRONG = "Invalid login or password.";
    private static final String DENIED = "Access denied.";
    private static final String HALF = "Second factor required";

    private final AuthenticatePartner authenticatePartner;
    private final RequestBodies bodies;
    private final LoginNames loginNames;
    private final LoginThroughPartner login;
    private final ShowParticulars showParticulars;

    AuthEndpoint(
            AuthenticatePartner authenticatePartner,
            RequestBodies bodies,
            LoginNames loginNames,
            LoginThroughPartner login,
            ShowParticulars showParticulars) {
        this.authenticatePartner = authenticatePartner;
        this.bodies = bodies;
        this.loginNames = loginNames;
        this.login = login;
        this.showParticulars = showParticulars;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        HttpHeaders asked = request.headers().asHttpHeaders();
        return Mono.justOrEmpty(BearerToken.find(request).map(AuthEndpoint::ofPartner))
                .flatMap(authenticatePartner::by)
                .defaultIfEmpty(new Verdict.Unknown())
                .flatMap(verdict -> switch (verdict) {
                    case Verdict.Authentic(Partner partner) -> answer(request, partner, asked);
                    case Verdict.Disabled disabled -> AltegioAnswers.refuse(Status.FORBIDDEN, DENIED, asked);
                    case Verdict.Unknown unknown -> AltegioAnswers.refuse(Status.UNAUTHORIZED, STRANGER, asked);
                });
    }

    /** A client may go on sending the key that it has of a user, as in later calls. */
    private static String ofPartner(String bearer) {
        int comma = bearer.indexOf(',');
        return comma < 0 ? bearer : bearer.substring(0, comma);
    }

    private Mono<ServerResponse> answer(ServerRequest request, Partner partner, HttpHeaders asked) {
        if (AcceptedVersion.of(asked) == AcceptedVersion.ANOTHER) {
            return AltegioAnswers.refuse(Status.NOT_FOUND, "", asked);
        }
        return bodies.readJsonOrForm(request)
                .map(fields -> read(fields, partner, request))
                .flatMap(login::attempt)
                .flatMap(result -> render(result, asked));
    }

    private LoginThroughPartner.Attempt read(Fields fields, Partner partner, ServerRequest request) {
        String name = fields.required("login");
        Password password = new Password(fields.required("password"));
        fields.check();
        return new LoginThroughPartner.Attempt(
                partner, loginNames.parse(name), password, fields.idempotencyKey(request), Callers.of(request));
    }

    private Mono<ServerResponse> render(LoginThroughPartner.Result result, HttpHeaders asked) {
        return switch (result) {
            case LoginThroughPartner.Result.LoggedIn(Identity identity, OpaqueToken apiKey) ->
                showParticulars
                        .of(identity.subject())
                        .map(particulars -> AltegioUser.of(identity, particulars, apiKey))
                        .flatMap(user -> AltegioAnswers.user(user, asked));
            case LoginThroughPartner.Result.SecondFactorRequired half ->
                AltegioAnswers.refuse(Status.FORBIDDEN, HALF, asked);
            case LoginThroughPartner.Result.Inactive inactive -> AltegioAnswers.refuse(Status.FORBIDDEN, DENIED, asked);
            case LoginThroughPartner.Result.InvalidCredentials invalid ->
                AltegioAnswers.refuse(Status.UNAUTHORIZED, WRONG, asked);
        };
    }
}
