package io.authsvcs.auth.contract.slide;

import io.authsvcs.auth.contract.SharedLogin;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.Login;
import io.authsvcs.auth.flow.SecondStep;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.common.Contract;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /auth/login/: {@code user}, {@code password}, {@code session_duration}. */
@Component
class SlideLoginEndpoint implements SharedLogin {
    static final String PATH = "/auth/login/";

    private final SlideFields slideFields;
    private final Login login;
    private final SlideAnswers answers;
    private final SlideFaults faults;

    SlideLoginEndpoint(SlideFields slideFields, Login login, SlideAnswers answers, SlideFaults faults) {
        this.slideFields = slideFields;
        this.login = login;
        this.answers = answers;
        this.faults = faults;
    }

    @Override
    public Contract contract() {
        return Contract.SLIDE;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Optional<String> mend(String body) {
        return Optional.empty();
    }

    @Override
    public Mono<ServerResponse> answer(ServerRequest request, Fields fields) {
        return Mono.fromSupplier(() -> read(fields, request))
                .flatMap(login::attempt)
                .flatMap(this::render);
    }

    private Login.Attempt read(Fields fields, ServerRequest request) {
        Optional<Identifier> user = slideFields.user(fields.required("user"));
        Password password = new Password(fields.required("password"));
        SessionRequest session = slideFields.session(fields, Callers.of(request));
        fields.check();
        return new Login.Attempt(user, password, new SecondStep.None(), session, fields.idempotencyKey(request));
    }

    private Mono<ServerResponse> render(Login.Result result) {
        return switch (result) {
            case Login.Result.LoggedIn(var opened) -> answers.signedIn(opened);
            case Login.Result.SecondFactorRequired half -> faults.unauthorized("Second factor required");
            case Login.Result.Inactive inactive -> refuse();
            case Login.Result.InvalidCredentials invalid -> refuse();
        };
    }

    private Mono<ServerResponse> refuse() {
        return faults.unauthorized("Invalid credentials");
    }
}
