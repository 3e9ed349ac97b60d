package io.authsvcs.auth.contract.edumaps;

import io.authsvcs.auth.contract.SharedLogin;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.Login;
import io.authsvcs.auth.flow.PresentedToken;
import io.authsvcs.auth.flow.SecondStep;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.common.Contract;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /auth/login and /auth/local: {@code email} and {@code password}, or a token and neither of them. */
@Component
class EdumapsLoginEndpoint implements SharedLogin {
    static final String PATH = "/auth/login";

    private static final String EMAIL = "email";
    private static final String PASSWORD = "password";

    private final RequestBodies bodies;
    private final Login login;
    private final EdumapsTokenEndpoint tokens;
    private final EdumapsAnswers answers;

    EdumapsLoginEndpoint(RequestBodies bodies, Login login, EdumapsTokenEndpoint tokens, EdumapsAnswers answers) {
        this.bodies = bodies;
        this.login = login;
        this.tokens = tokens;
        this.answers = answers;
    }

    @Override
    public Contract contract() {
        return Contract.EDUMAPS;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Optional<String> mend(String body) {
        return EdumapsMisprints.mend(body);
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJsonOrFormIfAny(request, EdumapsMisprints::mend).flatMap(fields -> answer(request, fields));
    }

    @Override
    public Mono<ServerResponse> answer(ServerRequest request, Fields fields) {
        return Mono.justOrEmpty(token(request, fields))
                .flatMap(tokens::answer)
                .switchIfEmpty(
                        Mono.defer(() -> login.attempt(read(fields, request)).flatMap(this::render)));
    }

    private static Optional<PresentedToken> token(ServerRequest request, Fields fields) {
        return fields.has(EMAIL) || fields.has(PASSWORD) ? Optional.empty() : EdumapsTokens.find(request, fields);
    }

    private static Login.Attempt read(Fields fields, ServerRequest request) {
        Optional<Identifier> email = Email.parse(fields.required(EMAIL)).map(given -> given);
        Password password = new Password(fields.required(PASSWORD));
        fields.check();
        SessionRequest session = SessionRequest.derived(Optional.empty(), false, Callers.of(request));
        return new Login.Attempt(email, password, new SecondStep.None(), session, fields.idempotencyKey(request));
    }

    private Mono<ServerResponse> render(Login.Result result) {
        return switch (result) {
            case Login.Result.LoggedIn(var opened) -> answers.signedIn(opened);
            case Login.Result.SecondFactorRequired half -> answers.secondFactorRequired();
            case Login.Result.Inactive(var status) when status == IdentityStatus.PENDING -> answers.notActivated();
            case Login.Result.Inactive inactive -> answers.invalid();
            case Login.Result.InvalidCredentials invalid -> answers.invalid();
        };
    }
}
