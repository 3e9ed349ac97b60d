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
        return bodies.readJsonOrForm(request)
                .flatMap(fields -> identityFields
                        .weigh(Callers.of(request), () -> read(fields))
                        .flatMap(wanted -> answer(wanted, fields, request)));
    }

    private Wanted read(Fields fields) {
        NewIdentity.Names names = names(fields);
        return new Wanted(names, TypedTwice.read(fields, identityFields.newPassword(fields, "password", names)));
    }

    private static Sentences faults(Wanted wanted, Fields fields) {
        return new Sentences(fields)
                .about("fullName", "Full name")
                .about("email", "Email")
                .about("password", "Password")
                .about(TypedTwice.CONFIRMATION, "Confirm password")
                .where(wanted.password().differ(), "Password and confirm password should be equal.");
    }

    private Mono<ServerResponse> answer(Wanted wanted, Fields fields, ServerRequest request) {
        Sentences faults = faults(wanted, fields);
        return faults.areNone()
                ? register.apply(application(wanted, fields, request)).flatMap(SignupEndpoint::render)
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

    private static Register.Application application(Wanted wanted, Fields fields, ServerRequest request) {
        return new Register.Application(
                wanted.names(),
                wanted.password().password(),
                Optional.empty(),
                fields.idempotencyKey(request),
                Callers.of(request));
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

    /** What somebody wants to be known by, right or wrong. */
    private record Wanted(NewIdentity.Names names, TypedTwice password) {}
}
