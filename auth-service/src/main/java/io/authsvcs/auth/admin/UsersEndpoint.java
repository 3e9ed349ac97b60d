package io.authsvcs.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.Administrator;
import io.authsvcs.auth.flow.CreateUser;
import io.authsvcs.auth.flow.FindUsers;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.identity.Directory;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.identity.TakenIdentifier;
import io.authsvcs.common.Status;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST and GET /v1/admin/users, GET /v1/admin/users/{id}. */
@Component
class UsersEndpoint {
    private static final String PASSWORD = "password";

    private final AdminCalls calls;
    private final RequestBodies bodies;
    private final IdentityFields identityFields;
    private final UserSearch userSearch;
    private final CreateUser createUser;
    private final FindUsers findUsers;

    UsersEndpoint(
            AdminCalls calls,
            RequestBodies bodies,
            IdentityFields identityFields,
            UserSearch userSearch,
            CreateUser createUser,
            FindUsers findUsers) {
        this.calls = calls;
        this.bodies = bodies;
        this.identityFields = identityFields;
        this.userSearch = userSearch;
        this.createUser = createUser;
        this.findUsers = findUsers;
    }

    Mono<ServerResponse> create(ServerRequest request) {
        return calls.answer(
                request,
                by -> bodies.readJson(request)
                        .flatMap(fields -> application(fields, by, request))
                        .flatMap(createUser::create)
                        .flatMap(UsersEndpoint::render));
    }

    Mono<ServerResponse> find(ServerRequest request) {
        return calls.answer(
                request,
                by -> Mono.justOrEmpty(userSearch.read(bodies.readQuery(request)))
                        .flatMap(findUsers::find)
                        .defaultIfEmpty(new Directory.Page(List.of(), Optional.empty()))
                        .flatMap(page -> Answers.of(Status.OK, Page.of(page))));
    }

    Mono<ServerResponse> show(ServerRequest request) {
        return calls.answerAboutUser(
                request,
                (user, by) -> findUsers
                        .find(user)
                        .flatMap(identity -> Answers.of(Status.OK, UserRecord.of(identity)))
                        .switchIfEmpty(Mono.defer(AdminCalls::noSuchUser)));
    }

    private Mono<CreateUser.Application> application(Fields fields, Administrator by, ServerRequest request) {
        return fields.has(PASSWORD)
                ? identityFields.weigh(() -> read(fields, by, request))
                : Mono.fromSupplier(() -> read(fields, by, request));
    }

    private CreateUser.Application read(Fields fields, Administrator by, ServerRequest request) {
        NewIdentity.Names names = identityFields.names(fields);
        List<String> roles = identityFields.roles(fields).orElse(Roles.USUAL);
        Optional<Password> password = fields.has(PASSWORD)
                ? Optional.of(identityFields.newPassword(fields, PASSWORD, names))
                : Optional.empty();
        fields.check();
        return new CreateUser.Application(names, roles, password, by, fields.idempotencyKey(request));
    }

    private static Mono<ServerResponse> render(CreateUser.Result result) {
        return switch (result) {
            case CreateUser.Result.Created(Identity identity) -> Answers.of(Status.CREATED, UserRecord.of(identity));
            case CreateUser.Result.Taken(TakenIdentifier taken) -> Answers.refuse(Status.CONFLICT, taken.sentence());
        };
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Page(List<UserRecord> users, Optional<String> next) {
        static Page of(Directory.Page page) {
            return new Page(
                    page.identities().stream().map(UserRecord::of).toList(),
                    page.next().map(Subject::toString));
        }
    }
}
