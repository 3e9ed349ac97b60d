package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.EndFormerSession;
import io.authsvcs.auth.flow.Login;
import io.authsvcs.auth.flow.Opened;
import io.authsvcs.auth.flow.PresentedToken;
import io.authsvcs.auth.flow.SecondStep;
import io.authsvcs.auth.flow.ShowParticulars;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.CrossSite;
import io.authsvcs.auth.http.DeviceCookie;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.PresentedTokens;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Particulars;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.common.Status;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * POST /api/authorization/login. No page of another site logs a browser in: whoever sits there would go on as somebody whom
 * that page has chosen.
 */
@Component
class AuthorizationLoginEndpoint {
    private static final String WRONG = "Email address or password is wrong.";

    private final RequestBodies bodies;
    private final Login login;
    private final EndFormerSession endFormerSession;
    private final ShowParticulars showParticulars;
    private final BrowserCookie cookie;
    private final DeviceCookie deviceCookie;

    AuthorizationLoginEndpoint(
            RequestBodies bodies,
            Login login,
            EndFormerSession endFormerSession,
            ShowParticulars showParticulars,
            BrowserCookie cookie,
            DeviceCookie deviceCookie) {
        this.bodies = bodies;
        this.login = login;
        this.endFormerSession = endFormerSession;
        this.showParticulars = showParticulars;
        this.cookie = cookie;
        this.deviceCookie = deviceCookie;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        CrossSite.refuse(request);
        return bodies.readJsonOrForm(request).flatMap(fields -> answer(fields, request));
    }

    private Mono<ServerResponse> answer(Fields fields, ServerRequest request) {
        String email = fields.required("email");
        Login.Attempt attempt = attempt(email, fields, request);
        Optional<PresentedToken> former = PresentedTokens.findOfOwnSite(request);
        Sentences faults = faults(fields);
        return faults.areNone()
                ? login.attempt(attempt).flatMap(result -> render(result, email, former, request))
                : AuthorizationAnswers.refuse(Status.UNPROCESSABLE_CONTENT, faults.all());
    }

    private static Login.Attempt attempt(String email, Fields fields, ServerRequest request) {
        Optional<Identifier> identifier = Identifier.Email.parse(email).map(parsed -> parsed);
        Password password = new Password(fields.required("password"));
        SessionRequest session =
                SessionRequest.derived(Optional.empty(), fields.looseFlag("isPersistent"), Callers.of(request));
        return new Login.Attempt(identifier, password, new SecondStep.None(), session, fields.idempotencyKey(request));
    }

    /** What is missing is also wrong, says the document. */
    private static Sentences faults(Fields fields) {
        Sentences faults = new Sentences(fields).about("email", "Email address").about("password", "Password");
        return faults.where(!faults.areNone(), WRONG).about("isPersistent", "Is persistent");
    }

    private Mono<ServerResponse> render(
            Login.Result result, String email, Optional<PresentedToken> former, ServerRequest request) {
        return switch (result) {
            case Login.Result.LoggedIn(Opened opened) ->
                endFormerSession.of(former, opened, Callers.of(request)).then(render(opened, request));
            case Login.Result.SecondFactorRequired half ->
                AuthorizationAnswers.refuse(Status.UNAUTHORIZED, "Second factor required");
            case Login.Result.Inactive(IdentityStatus status) ->
                AuthorizationAnswers.refuse(Status.UNAUTHORIZED, email + inactive(status));
            case Login.Result.InvalidCredentials invalid -> AuthorizationAnswers.refuse(Status.UNAUTHORIZED, WRONG);
        };
    }

    private static String inactive(IdentityStatus status) {
        return status == IdentityStatus.DELETED ? " user has been deleted." : " user user is inactive.";
    }

    private Mono<ServerResponse> render(Opened opened, ServerRequest request) {
        Subject subject = opened.identity().subject();
        return showParticulars
                .of(subject)
                .flatMap(particulars -> Answers.start(Status.OK)
                        .header(HttpHeaders.SET_COOKIE, cookie.of(opened), deviceCookie.of(subject, request))
                        .bodyValue(User.of(opened.identity(), particulars)));
    }

    private record User(String email, String fullName, String tagLine, String key) {
        static User of(Identity identity, Particulars particulars) {
            return new User(
                    identity.names().email().orElse(""),
                    FullName.of(identity).text(),
                    particulars.attributes().tagLine().orElse(""),
                    identity.subject().toString());
        }
    }
}
