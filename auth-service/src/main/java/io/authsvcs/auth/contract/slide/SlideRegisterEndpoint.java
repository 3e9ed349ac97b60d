package io.authsvcs.auth.contract.slide;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.Register;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.TakenIdentifier;
import io.authsvcs.auth.session.SessionRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /auth/register/, to which the document sends its example of a login as well. */
@Component
class SlideRegisterEndpoint {
    private final RequestBodies bodies;
    private final SlideFields slideFields;
    private final Register register;
    private final SlideLoginEndpoint login;
    private final SlideAnswers answers;
    private final SlideFaults faults;

    SlideRegisterEndpoint(
            RequestBodies bodies,
            SlideFields slideFields,
            Register register,
            SlideLoginEndpoint login,
            SlideAnswers answers,
            SlideFaults faults) {
        this.bodies = bodies;
        this.slideFields = slideFields;
        this.register = register;
        this.login = login;
        this.answers = answers;
        this.faults = faults;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJsonOrForm(request, SlideMisprints::mend)
                .flatMap(fields -> isLogin(fields) ? login.answer(request, fields) : register(request, fields));
    }

    private static boolean isLogin(Fields fields) {
        return fields.has("user") && !fields.has(SlideFields.PASSWORD);
    }

    private Mono<ServerResponse> register(ServerRequest request, Fields fields) {
        return slideFields
                .weigh(Callers.of(request), () -> read(fields, request))
                .flatMap(register::apply)
                .flatMap(this::render);
    }

    private Register.Application read(Fields fields, ServerRequest request) {
        NewIdentity.Names names = slideFields.names(fields);
        Password password = slideFields.newPassword(fields, names);
        Caller caller = Callers.of(request);
        SessionRequest session = slideFields.session(fields, caller);
        fields.check();
        return new Register.Application(names, password, Optional.of(session), fields.idempotencyKey(request), caller);
    }

    private Mono<ServerResponse> render(Register.Result result) {
        return switch (result) {
            case Register.Result.Registered(var opened) -> answers.signedIn(opened);
            case Register.Result.Added(var subject) -> answers.added(subject);
            case Register.Result.Taken(var taken) -> faults.refuseField(field(taken), taken.sentence());
        };
    }

    private static String field(TakenIdentifier taken) {
        return taken == TakenIdentifier.PHONE_NUMBER ? SlideFields.MOBILE_NUMBER : SlideFields.EMAIL;
    }
}
