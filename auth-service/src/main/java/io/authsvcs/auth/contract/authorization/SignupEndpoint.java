package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.flow.Register;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.common.Status;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /api/authorization/signup, which signs nobody in. */
@Component
class SignupEndpoint {
    private final RequestBodies bodies;
    private final IdentityFields identityFields;
    private final Register register;

    SignupEndpoint(RequestBodies bodies, IdentityFields identityFields, Register register) {
        this.bodies = bodies;
        this.identityFields = identityFields;
        this.register = register;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJsonOrForm(request).flatMap(fields -> answer(fields, request));
    }

    private Mono<ServerResponse> answer(Fields fields, ServerRequest request) {
        NewIdentity.Names names = names(fields);
        TypedTwice password = TypedTwice.read(fields, "password", identityFields);
        Sentences faults = new Sentences(fields)
                .about("fullName", "Full name")
                .about("email", "Email")
                .about("password", "Password")
                .about(TypedTwice.CONFIRMATION, "Confirm password")
                .where(password.differ(), "Password and confirm password should be equal.");
        return faults.areNone()
                ? register.apply(application(names, password, fields, request)).flatMap(SignupEndpoint::render)
                : AuthorizationAnswers.refuse(Status.UNPROCESSABLE_CONTENT, faults.all());
    }

    private NewIdentity.Names names(Fields fields) {
        FullName fullName = given("fullName", fields)
                .flatMap(given -> identityFields.name(fields, "fullName"))
                .map(FullName::parse)
                .orElse(FullName.NONE);
        Optional<Email> email = given("email", fields).flatMap(given -> identityFields.email(fields));
        return new NewIdentity.Names(
                email, Optional.empty(), Optional.empty(), fullName.first(), fullName.last(), Optional.empty());
    }

    /** The document has one sentence for what is missing, null or empty. */
    private static Optional<String> given(String field, Fields fields) {
        return Optional.of(fields.required(field)).filter(text -> fields.accepts(field));
    }

    private static Register.Application application(
            NewIdentity.Names names, TypedTwice password, Fields fields, ServerRequest request) {
        return new Register.Application(
                names, password.password(), Optional.empty(), fields.idempotencyKey(request), Callers.of(request));
    }

    private static Mono<ServerResponse> render(Register.Result result) {
        return switch (result) {
            case Register.Result.Added(Subject subject) -> AuthorizationAnswers.key(subject);
            case Register.Result.Registered(var opened) ->
                AuthorizationAnswers.key(opened.identity().subject());
            case Register.Result.Taken taken ->
                AuthorizationAnswers.refuse(Status.UNPROCESSABLE_CONTENT, "Email exist.");
        };
    }
}
