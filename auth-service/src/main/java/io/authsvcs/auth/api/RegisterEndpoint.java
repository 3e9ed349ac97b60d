package io.authsvcs.auth.api;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordPolicy;
import io.authsvcs.auth.flow.Grant;
import io.authsvcs.auth.flow.Register;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserName;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.PhoneNumbers;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.identity.TakenIdentifier;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.common.Status;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /v1/auth/register. */
@Component
class RegisterEndpoint {
    private static final int LONGEST_NAME = 200;
    private static final List<String> ROLES = List.of("user");

    private final RequestBodies bodies;
    private final PhoneNumbers phoneNumbers;
    private final PasswordPolicy policy;
    private final Register register;

    RegisterEndpoint(RequestBodies bodies, PhoneNumbers phoneNumbers, PasswordPolicy policy, Register register) {
        this.bodies = bodies;
        this.phoneNumbers = phoneNumbers;
        this.policy = policy;
        this.register = register;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJsonOrForm(request)
                .map(fields -> read(fields, request))
                .flatMap(register::apply)
                .flatMap(RegisterEndpoint::render);
    }

    private Register.Application read(Fields fields, ServerRequest request) {
        if (!fields.has("email") && !fields.has("phoneNumber")) {
            fields.reject("email", "At least one of email and phoneNumber is required");
        }
        Optional<Email> email = fields.parsed("email", Email::parse, "Must be an e-mail address");
        Optional<PhoneNumber> phoneNumber = fields.parsed("phoneNumber", phoneNumbers::parse, "Must be a phone number");
        Optional<UserName> userName = fields.parsed(
                "userName",
                UserName::parse,
                "Must be 1 to 64 letters, digits, dots, hyphens and underscores, at least one of them a letter");
        Optional<String> firstName = fields.text("firstName", LONGEST_NAME);
        Optional<String> lastName = fields.text("lastName", LONGEST_NAME);
        Optional<String> company = fields.text("company", LONGEST_NAME);
        Password password = password(fields);
        SessionRequest session = new SessionRequest(fields.seconds("sessionDuration"), false, Callers.of(request));
        fields.check();
        NewIdentity identity =
                new NewIdentity(Subject.next(), email, phoneNumber, userName, firstName, lastName, company, ROLES);
        return new Register.Application(identity, password, session, fields.idempotencyKey(request));
    }

    private Password password(Fields fields) {
        Password password = new Password(fields.required("password"));
        if (fields.accepts("password")) {
            policy.objection(password).ifPresent(reason -> fields.reject("password", reason));
        }
        return password;
    }

    private static Mono<ServerResponse> render(Register.Result result) {
        return switch (result) {
            case Register.Result.Registered(Grant grant) -> Answers.of(Status.CREATED, GrantedTokens.of(grant));
            case Register.Result.Taken(TakenIdentifier taken) -> Answers.refuse(Status.CONFLICT, reason(taken));
        };
    }

    private static String reason(TakenIdentifier taken) {
        return switch (taken) {
            case EMAIL -> "Email already exists";
            case PHONE_NUMBER -> "Phone number already exists";
            case USER_NAME -> "User name already exists";
        };
    }
}
