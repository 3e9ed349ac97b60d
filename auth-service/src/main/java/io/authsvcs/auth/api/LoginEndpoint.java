package io.authsvcs.auth.api;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.Grant;
import io.authsvcs.auth.flow.IssueGrant;
import io.authsvcs.auth.flow.Login;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.DeviceCookie;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.PhoneNumbers;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
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
    private final IssueGrant issueGrant;
    private final DeviceCookie deviceCookie;

    LoginEndpoint(
            RequestBodies bodies,
            PhoneNumbers phoneNumbers,
            Login login,
            IssueGrant issueGrant,
            DeviceCookie deviceCookie) {
        this.issueGrant = issueGrant;
        this.deviceCookie = deviceCookie;
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
        fields.check();
        return new Login.Attempt(identifier, password, session, fields.idempotencyKey(request));
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
            case Login.Result.LoggedIn(var opened) -> issueGrant.of(opened).flatMap(grant -> render(grant, request));
            case Login.Result.Inactive inactive -> Answers.challenge("Invalid credentials");
            case Login.Result.InvalidCredentials invalid -> Answers.challenge("Invalid credentials");
        };
    }

    private Mono<ServerResponse> render(Grant grant, ServerRequest request) {
        return Answers.start(Status.OK)
                .header(HttpHeaders.SET_COOKIE, deviceCookie.of(grant.subject(), request))
                .bodyValue(LoggedIn.of(grant));
    }

    /** In seed 001's order, then what it doesn't know. */
    private record LoggedIn(boolean isValid, String userID, String token, String refreshToken, Instant expiresAt) {
        static LoggedIn of(Grant grant) {
            GrantedTokens granted = GrantedTokens.of(grant);
            return new LoggedIn(true, granted.userID(), granted.token(), granted.refreshToken(), granted.expiresAt());
        }

        /** Without the tokens. */
        @Override
        public String toString() {
            return "LoggedIn[" + userID + "]";
        }
    }
}
