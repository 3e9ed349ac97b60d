package io.authsvcs.auth.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.factor.Code;
import io.authsvcs.auth.factor.Enrolment;
import io.authsvcs.auth.factor.RecoveryCode;
import io.authsvcs.auth.factor.SecondFactor;
import io.authsvcs.auth.flow.BeginSecondFactor;
import io.authsvcs.auth.flow.ConfirmSecondFactor;
import io.authsvcs.auth.flow.ProveBothFactors;
import io.authsvcs.auth.flow.ProveBothFactors.Ending;
import io.authsvcs.auth.flow.RemoveSecondFactor;
import io.authsvcs.auth.flow.RenewRecoveryCodes;
import io.authsvcs.auth.flow.ShowSecondFactor;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Every call below /v1/auth/second-factor. */
@Component
class SecondFactorEndpoint {
    static final String NOT_BEGUN = "No second factor was begun";
    static final String DEAD_CHALLENGE = "Invalid or expired challenge";

    private static final String CHALLENGE = "challenge";

    private final SignedIn signedIn;
    private final RequestBodies bodies;
    private final ShowSecondFactor showSecondFactor;
    private final BeginSecondFactor beginSecondFactor;
    private final ConfirmSecondFactor confirmSecondFactor;
    private final RenewRecoveryCodes renewRecoveryCodes;
    private final RemoveSecondFactor removeSecondFactor;

    SecondFactorEndpoint(
            SignedIn signedIn,
            RequestBodies bodies,
            ShowSecondFactor showSecondFactor,
            BeginSecondFactor beginSecondFactor,
            ConfirmSecondFactor confirmSecondFactor,
            RenewRecoveryCodes renewRecoveryCodes,
            RemoveSecondFactor removeSecondFactor) {
        this.signedIn = signedIn;
        this.bodies = bodies;
        this.showSecondFactor = showSecondFactor;
        this.beginSecondFactor = beginSecondFactor;
        this.confirmSecondFactor = confirmSecondFactor;
        this.renewRecoveryCodes = renewRecoveryCodes;
        this.removeSecondFactor = removeSecondFactor;
    }

    Mono<ServerResponse> show(ServerRequest request) {
        return signedIn.answer(
                request,
                caller -> showSecondFactor
                        .of(caller.claims().subject())
                        .map(Standing::of)
                        .defaultIfEmpty(Standing.NONE)
                        .flatMap(standing -> Answers.of(Status.OK, standing)));
    }

    /** Whoever is to have one by their role has no good token yet, but a challenge. */
    Mono<ServerResponse> begin(ServerRequest request) {
        return bodies.readJson(request)
                .flatMap(fields -> fields.has(CHALLENGE)
                        ? begin(byChallenge(fields), fields, request)
                        : signedIn.answer(request, caller -> begin(byPassword(fields, caller), fields, request)));
    }

    Mono<ServerResponse> confirm(ServerRequest request) {
        return signedIn.answer(
                request,
                caller -> bodies.readJson(request)
                        .map(fields -> readConfirmation(fields, caller, request))
                        .flatMap(confirmSecondFactor::confirm)
                        .flatMap(SecondFactorEndpoint::render));
    }

    Mono<ServerResponse> renew(ServerRequest request) {
        return signedIn.answer(
                request,
                caller -> bodies.readJson(request)
                        .map(fields -> readProof(fields, caller, request))
                        .flatMap(renewRecoveryCodes::renew)
                        .flatMap(result -> render(result.ending(), () -> Codes.answer(result.recoveryCodes()))));
    }

    Mono<ServerResponse> remove(ServerRequest request) {
        return signedIn.answer(
                request,
                caller -> bodies.readJson(request)
                        .map(fields -> readProof(fields, caller, request))
                        .flatMap(proof -> removeSecondFactor.remove(
                                proof, caller.session().roles()))
                        .flatMap(SecondFactorEndpoint::render));
    }

    private static BeginSecondFactor.Proof byChallenge(Fields fields) {
        return new BeginSecondFactor.Proof.ByChallenge(fields.required(CHALLENGE));
    }

    private static BeginSecondFactor.Proof byPassword(Fields fields, Verdict.Valid caller) {
        return new BeginSecondFactor.Proof.CurrentPassword(caller.claims().subject(), currentPassword(fields));
    }

    private Mono<ServerResponse> begin(BeginSecondFactor.Proof proof, Fields fields, ServerRequest request) {
        fields.check();
        return beginSecondFactor
                .begin(new BeginSecondFactor.Attempt(proof, fields.idempotencyKey(request), Callers.of(request)))
                .flatMap(SecondFactorEndpoint::render);
    }

    private static ConfirmSecondFactor.Attempt readConfirmation(
            Fields fields, Verdict.Valid caller, ServerRequest request) {
        Code code = code(fields);
        fields.check();
        return new ConfirmSecondFactor.Attempt(
                caller.session(), code, fields.idempotencyKey(request), Callers.of(request));
    }

    private static ProveBothFactors.Proof readProof(Fields fields, Verdict.Valid caller, ServerRequest request) {
        Password current = currentPassword(fields);
        Code code = code(fields);
        fields.check();
        return new ProveBothFactors.Proof(
                caller.claims().subject(), current, code, fields.idempotencyKey(request), Callers.of(request));
    }

    private static Password currentPassword(Fields fields) {
        return new Password(fields.required("currentPassword"));
    }

    private static Code code(Fields fields) {
        return Code.of(fields.required("code"));
    }

    private static Mono<ServerResponse> render(BeginSecondFactor.Result result) {
        return switch (result) {
            case BeginSecondFactor.Result.Begun(Enrolment enrolment) -> Answers.of(Status.CREATED, Begun.of(enrolment));
            case BeginSecondFactor.Result.AlreadyActive active ->
                Answers.refuse(Status.CONFLICT, "A second factor is active already");
            case BeginSecondFactor.Result.WrongPassword wrong -> wrongPassword();
            case BeginSecondFactor.Result.Refused refused -> Answers.challenge(DEAD_CHALLENGE);
            case BeginSecondFactor.Result.Overtaken overtaken -> overtaken();
        };
    }

    private static Mono<ServerResponse> render(ConfirmSecondFactor.Result result) {
        return switch (result) {
            case ConfirmSecondFactor.Result.Confirmed(var recoveryCodes) -> Codes.answer(recoveryCodes);
            case ConfirmSecondFactor.Result.WrongCode wrong -> wrongCode();
            case ConfirmSecondFactor.Result.NotBegun none -> Answers.refuse(Status.CONFLICT, NOT_BEGUN);
            case ConfirmSecondFactor.Result.ThroughPartner partners ->
                Answers.refuse(Status.FORBIDDEN, "A partner's key of somebody confirms no second factor");
            case ConfirmSecondFactor.Result.Overtaken overtaken -> overtaken();
        };
    }

    private static Mono<ServerResponse> render(RemoveSecondFactor.Result result) {
        return switch (result) {
            case RemoveSecondFactor.Result.Tried(Ending ending) -> render(ending, () -> Answers.empty(Status.OK));
            case RemoveSecondFactor.Result.Forbidden(String reason) -> Answers.refuse(Status.CONFLICT, reason);
        };
    }

    private static Mono<ServerResponse> render(Ending ending, Supplier<Mono<ServerResponse>> done) {
        return switch (ending) {
            case Ending.Done changed -> done.get();
            case Ending.WrongPassword wrong -> wrongPassword();
            case Ending.WrongCode wrong -> wrongCode();
            case Ending.NotActive none -> Answers.refuse(Status.CONFLICT, "No second factor is active");
            case Ending.Overtaken overtaken -> overtaken();
        };
    }

    // Not 401: the token is good, and a client that drops it on every 401 must keep it.
    private static Mono<ServerResponse> wrongPassword() {
        return Answers.refuse(Status.FORBIDDEN, "Wrong current password");
    }

    private static Mono<ServerResponse> wrongCode() {
        return Answers.refuse(Status.FORBIDDEN, LoginAnswers.WRONG_CODE);
    }

    private static Mono<ServerResponse> overtaken() {
        return Answers.challengeToken(Reason.SESSION_REVOKED.sentence());
    }

    /** @param since when it is pending or active; left out where there is none */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Standing(String state, Optional<Instant> since, int recoveryCodesLeft) {
        static final Standing NONE = new Standing("none", Optional.empty(), 0);

        static Standing of(SecondFactor factor) {
            return new Standing(
                    factor.isActive() ? "active" : "pending",
                    factor.confirmedAt().or(() -> Optional.of(factor.begunAt())),
                    factor.codesLeft());
        }
    }

    private record Begun(String secret, String uri) {
        static Begun of(Enrolment enrolment) {
            return new Begun(enrolment.secret().base32(), enrolment.uri());
        }

        /** Without the secret, which is in both. */
        @Override
        public String toString() {
            return "Begun[…]";
        }
    }

    private record Codes(List<String> recoveryCodes) {
        static Mono<ServerResponse> answer(List<RecoveryCode> codes) {
            return Answers.of(
                    Status.OK, new Codes(codes.stream().map(RecoveryCode::text).toList()));
        }

        /** Without the codes. */
        @Override
        public String toString() {
            return "Codes[…]";
        }
    }
}
