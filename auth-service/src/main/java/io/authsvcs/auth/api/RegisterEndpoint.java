package io.authsvcs.auth.api;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.IssueGrant;
import io.authsvcs.auth.flow.Register;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.identity.TakenIdentifier;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.common.Status;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/auth/register. */
@Component
class RegisterEndpoint {
    private final RequestBodies bodies;
    private final IdentityFields identityFields;
    private final Register register;
    private final IssueGrant issueGrant;

    RegisterEndpoint(RequestBodies bodies, IdentityFields identityFields, Register register, IssueGrant issueGrant) {
        this.issueGrant = issueGrant;
        this.bodies = bodies;
        this.identityFields = identityFields;
        this.register = register;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJsonOrForm(request)
                .flatMap(fields -> identityFields.weigh(Callers.of(request), () -> read(fields, request)))
                .flatMap(register::apply)
                .flatMap(this::render);
    }

    private Register.Application read(Fields fields, ServerRequest request) {
        NewIdentity.Names names = identityFields.names(fields);
        if (register.asksForEmail() && !fields.has("email") && fields.accepts("email")) {
            fields.reject("email", "Is required, for a message that proves it");
        }
        Password password = identityFields.newPassword(fields, "password", names);
        Caller caller = Callers.of(request);
        SessionRequest session = SessionRequest.derived(fields.seconds("sessionDuration"), false, caller);
        fields.check();
        return new Register.Application(names, password, Optional.of(session), fields.idempotencyKey(request), caller);
    }

    private Mono<ServerResponse> render(Register.Result result) {
        return switch (result) {
            case Register.Result.Registered(var opened) ->
                issueGrant.of(opened).flatMap(grant -> Answers.of(Status.CREATED, GrantedTokens.of(grant)));
            case Register.Result.Added(Subject subject) ->
                Answers.of(Status.CREATED, Map.of("userID", subject.toString()));
            case Register.Result.Taken(TakenIdentifier taken) -> Answers.refuse(Status.CONFLICT, taken.sentence());
        };
    }
}
