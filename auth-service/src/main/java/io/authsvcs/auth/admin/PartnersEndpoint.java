package io.authsvcs.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.auth.flow.AdmitPartner;
import io.authsvcs.auth.flow.CreatePartner;
import io.authsvcs.auth.flow.ListPartners;
import io.authsvcs.auth.flow.RotatePartner;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.http.SignedIn;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.partner.PartnerId;
import io.authsvcs.auth.partner.PartnerName;
import io.authsvcs.auth.partner.PartnerStatus;
import io.authsvcs.auth.partner.PartnerToken;
import io.authsvcs.common.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** /v1/admin/partners: list, create, rotate, disable and enable machine clients. */
@Component
class PartnersEndpoint {
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final SignedIn signedIn;
    private final RequestBodies bodies;
    private final ListPartners listPartners;
    private final CreatePartner createPartner;
    private final RotatePartner rotatePartner;
    private final AdmitPartner admitPartner;

    PartnersEndpoint(
            SignedIn signedIn,
            RequestBodies bodies,
            ListPartners listPartners,
            CreatePartner createPartner,
            RotatePartner rotatePartner,
            AdmitPartner admitPartner) {
        this.signedIn = signedIn;
        this.bodies = bodies;
        this.listPartners = listPartners;
        this.createPartner = createPartner;
        this.rotatePartner = rotatePartner;
        this.admitPartner = admitPartner;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return signedIn.answerAdministrator(
                request,
                caller -> listPartners.list(after(request)).flatMap(page -> Answers.of(Status.OK, Page.of(page))));
    }

    Mono<ServerResponse> create(ServerRequest request) {
        return signedIn.answerAdministrator(
                request,
                caller -> bodies.readJson(request)
                        .map(fields ->
                                application(fields, request, caller.claims().subject()))
                        .flatMap(createPartner::create)
                        .flatMap(PartnersEndpoint::render));
    }

    Mono<ServerResponse> rotate(ServerRequest request) {
        return answerAbout(
                request,
                (partner, administrator) -> bodies.readJsonIfAny(request)
                        .map(fields -> order(fields, request, partner, administrator))
                        .flatMap(rotatePartner::rotate)
                        .flatMap(PartnersEndpoint::render));
    }

    Mono<ServerResponse> admit(ServerRequest request, PartnerStatus status) {
        return answerAbout(
                request,
                (partner, administrator) -> admitPartner
                        .change(new AdmitPartner.Order(partner, status, administrator, Callers.of(request)))
                        .flatMap(changed -> Answers.of(Status.OK, PartnerRecord.of(changed)))
                        .switchIfEmpty(Mono.defer(PartnersEndpoint::noSuchPartner)));
    }

    private Mono<ServerResponse> answerAbout(
            ServerRequest request, BiFunction<PartnerId, Subject, Mono<ServerResponse>> call) {
        return signedIn.answerAdministrator(
                request,
                caller -> PartnerId.parse(request.pathVariable("id"))
                        .map(partner -> call.apply(partner, caller.claims().subject()))
                        .orElseGet(PartnersEndpoint::noSuchPartner));
    }

    private static Optional<PartnerId> after(ServerRequest request) {
        return request.queryParam("after")
                .map(text -> PartnerId.parse(text)
                        .orElseThrow(() ->
                                Fault.invalid(List.of(new FieldError("after", "Must be the next of another page")))));
    }

    private static CreatePartner.Application application(Fields fields, ServerRequest request, Subject administrator) {
        fields.require("name");
        Optional<PartnerName> name = fields.parsed(
                "name", PartnerName::parse, "Must be 1 to 100 visible characters, blanks only between them");
        fields.check();
        return new CreatePartner.Application(
                name.orElseThrow(), administrator, Callers.of(request), fields.idempotencyKey(request));
    }

    private static RotatePartner.Order order(
            Fields fields, ServerRequest request, PartnerId partner, Subject administrator) {
        Duration overlap = fields.seconds("overlap", LONGEST_OVERLAP).orElse(Duration.ZERO);
        fields.check();
        return new RotatePartner.Order(
                partner, overlap, administrator, Callers.of(request), fields.idempotencyKey(request));
    }

    private static Mono<ServerResponse> render(CreatePartner.Result result) {
        return switch (result) {
            case CreatePartner.Result.Created(Partner partner, PartnerToken token) ->
                Answers.of(Status.CREATED, PartnerRecord.of(partner, token));
            case CreatePartner.Result.NameTaken taken ->
                Answers.refuse(Status.CONFLICT, "A partner of that name exists");
        };
    }

    private static Mono<ServerResponse> render(RotatePartner.Result result) {
        return switch (result) {
            case RotatePartner.Result.Rotated(Partner partner, PartnerToken token) ->
                Answers.of(Status.OK, PartnerRecord.of(partner, token));
            case RotatePartner.Result.NoSuchPartner unknown -> noSuchPartner();
        };
    }

    private static Mono<ServerResponse> noSuchPartner() {
        return Answers.refuse(Status.NOT_FOUND, "No such partner");
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Page(List<PartnerRecord> partners, Optional<String> next) {
        static Page of(ListPartners.Page page) {
            return new Page(
                    page.partners().stream().map(PartnerRecord::of).toList(),
                    page.next().map(PartnerId::id));
        }
    }
}
