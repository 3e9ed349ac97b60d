package io.authsvcs.auth.admin;

import io.authsvcs.auth.flow.SetRoles;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.http.RequestBodies;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** PUT /v1/admin/users/{id}/roles. */
@Component
class RolesEndpoint {
    private final AdminCalls calls;
    private final RequestBodies bodies;
    private final IdentityFields identityFields;
    private final SetRoles setRoles;

    RolesEndpoint(AdminCalls calls, RequestBodies bodies, IdentityFields identityFields, SetRoles setRoles) {
        this.calls = calls;
        this.bodies = bodies;
        this.identityFields = identityFields;
        this.setRoles = setRoles;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return calls.answerAboutUser(
                request,
                (user, by) -> bodies.readJson(request)
                        .map(this::read)
                        .flatMap(roles -> setRoles.set(user, roles, by))
                        .flatMap(ChangedUser::render));
    }

    private List<String> read(Fields fields) {
        fields.require("roles");
        List<String> roles = identityFields.roles(fields).orElse(List.of());
        fields.check();
        return roles;
    }
}
