package io.authsvcs.auth.admin;

import io.authsvcs.auth.flow.SetAttributes;
import io.authsvcs.auth.flow.ShowParticulars;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Attributes;
import io.authsvcs.auth.identity.Particulars;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET and PUT /v1/admin/users/{id}/attributes; both answer what is known then, without what isn't. */
@Component
class AttributesEndpoint {
    private final AdminCalls calls;
    private final RequestBodies bodies;
    private final AttributeFields attributeFields;
    private final ShowParticulars showParticulars;
    private final SetAttributes setAttributes;

    AttributesEndpoint(
            AdminCalls calls,
            RequestBodies bodies,
            AttributeFields attributeFields,
            ShowParticulars showParticulars,
            SetAttributes setAttributes) {
        this.calls = calls;
        this.bodies = bodies;
        this.attributeFields = attributeFields;
        this.showParticulars = showParticulars;
        this.setAttributes = setAttributes;
    }

    Mono<ServerResponse> show(ServerRequest request) {
        return calls.answerAboutUser(
                request, (user, by) -> render(showParticulars.of(user).map(Particulars::attributes)));
    }

    Mono<ServerResponse> set(ServerRequest request) {
        return calls.answerAboutUser(
                request,
                (user, by) -> render(bodies.readJson(request)
                        .map(this::read)
                        .flatMap(attributes -> setAttributes.set(user, attributes, by))));
    }

    private Attributes read(Fields fields) {
        Attributes attributes = attributeFields.read(fields);
        fields.check();
        return attributes;
    }

    private static Mono<ServerResponse> render(Mono<Attributes> attributes) {
        return attributes
                .flatMap(present -> Answers.of(Status.OK, present))
                .switchIfEmpty(Mono.defer(AdminCalls::noSuchUser));
    }
}
