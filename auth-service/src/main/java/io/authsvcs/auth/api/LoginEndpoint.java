package io.authsvcs.auth.api;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.factor.Code;
import io.authsvcs.auth.flow.Login;
import io.authsvcs.auth.flow.SecondStep;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.PhoneNumbers;
import io.authsvcs.auth.session.SessionRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/auth/login: exactly one of {@code userID}, {@code phoneNumber}, {@code email}, {@code userName} (seed 001). */
@Component
class LoginEndpoint {
    private static final List<String> IDENTIFIERS = List.of("userID", "phoneNumber", "email", "userName");

    private static final String ONE_IDENTIFIER = "Exactly one of userID, phoneNumber, email and userName is required";

    private final RequestBodies bodies;
    private final PhoneNumbers phoneNumbers;
    private final Login login;
    private final LoginAnswers answers;

    LoginEndpoint(RequestBodies bodies, PhoneNumbers phoneNumbers, Login login, LoginAnswers answers) {
        this.answers = answers;
        this.bodies = bodies;
        this.phoneNumbers = phoneNumbers;
        this.login = login;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJsonOrForm(request)
                .map(fields -> read(fields, request))
                .flatMap(login::attempt)
                .flatMap(result -> render(result, request));
    }

    private Login.Attempt read(Fields fields, ServerRequest request) {
        List<String> given = IDENTIFIERS.stream().filter(fields::has).toList();
        if (given.isEmpty()) {
            fields.reject("userID", ONE_IDENTIFIER);
        }
        given.stream().skip(1).forEach(surplus -> fields.reject(surplus, ONE_IDENTIFIER));
        Optional<Identifier> identifier = given.stream()
                .<Identifier>flatMap(field -> fields.text(field).stream().flatMap(text -> parse(field, text)))
                .findFirst();
        Password password = new Password(fields.required("password"));
        SessionRequest session = SessionRequest.derived(
                fields.seconds("sessionDuration"), fields.flag("isPersistent"), Callers.of(request));
        SecondStep second = fields.text("code")
                .<SecondStep>map(code -> new SecondStep.Now(Code.of(code)))
                .orElseGet(SecondStep.Later::new);
        fields.check();
        return new Login.Attempt(identifier, password, second, session, fields.idempotencyKey(request));
    }

    private Stream<? extends Identifier> parse(String field, String text) {
        return switch (field) {
            case "userID" -> Identifier.UserId.parse(text).stream();
            case "phoneNumber" -> phoneNumbers.parse(text).stream();
            case "email" -> Identifier.Email.parse(text).stream();
            default -> Identifier.UserName.parse(text).stream();
        };
    }

    private Mono<ServerResponse> render(Login.Result result, ServerRequest request) {
        return switch (result) {
            case Login.Result.LoggedIn(var opened) -> answers.loggedIn(opened, List.of(), request);
            case Login.Result.SecondFactorRequired(var challenge, boolean wrongCode) ->
                LoginAnswers.goOn(challenge.orElseThrow(), wrongCode);
            case Login.Result.Inactive inactive -> Answers.challenge("Invalid credentials");
            case Login.Result.InvalidCredentials invalid -> Answers.challenge("Invalid credentials");
        };
    }
}
