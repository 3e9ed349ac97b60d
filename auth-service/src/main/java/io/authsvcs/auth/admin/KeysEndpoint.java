package io.authsvcs.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.flow.RevokeSigningKey;
import io.authsvcs.auth.flow.RotateSigningKey;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.token.KeyRecord;
import io.authsvcs.auth.token.KeySuccession;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /v1/admin/keys, POST /v1/admin/keys/rotate, POST /v1/admin/keys/{kid}/revoke. */
@Component
class KeysEndpoint {
    private final AdminCalls calls;
    private final KeySuccession succession;
    private final RotateSigningKey rotateSigningKey;
    private final RevokeSigningKey revokeSigningKey;

    KeysEndpoint(
            AdminCalls calls,
            KeySuccession succession,
            RotateSigningKey rotateSigningKey,
            RevokeSigningKey revokeSigningKey) {
        this.calls = calls;
        this.succession = succession;
        this.rotateSigningKey = rotateSigningKey;
        this.revokeSigningKey = revokeSigningKey;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return calls.answer(request, by -> succession.list().flatMap(keys -> Answers.of(Status.OK, Keys.of(keys))));
    }

    Mono<ServerResponse> rotate(ServerRequest request) {
        return calls.answer(
                request,
                by -> rotateSigningKey
                        .rotate(by, key(request))
                        .flatMap(key -> Answers.of(Status.CREATED, Key.of(key))));
    }

    /** Who revokes the key that has signed their own token brings none that is good when they repeat it. */
    Mono<ServerResponse> revoke(ServerRequest request) {
        String kid = request.pathVariable("kid");
        return calls.answerOnce(
                request,
                by -> revokeSigningKey
                        .revoke(kid, by, key(request))
                        .flatMap(KeysEndpoint::render)
                        .switchIfEmpty(Mono.defer(() -> Answers.refuse(Status.NOT_FOUND, "No such key"))),
                () -> revokeSigningKey.revoked(kid).flatMap(KeysEndpoint::render));
    }

    private static Mono<ServerResponse> render(KeyRecord key) {
        return Answers.of(Status.OK, Key.of(key));
    }

    private static Optional<IdempotencyKey> key(ServerRequest request) {
        return RequestBodies.none().idempotencyKey(request);
    }

    private record Keys(List<Key> keys) {
        static Keys of(List<KeyRecord> records) {
            return new Keys(records.stream().map(Key::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Key(
            String kid,
            String algorithm,
            String state,
            Instant createdAt,
            Instant signsFrom,
            Optional<Instant> verifiesUntil) {
        static Key of(KeyRecord key) {
            return new Key(
                    key.kid(),
                    key.algorithm(),
                    key.state().label(),
                    key.createdAt(),
                    key.signsFrom(),
                    key.verifiesUntil());
        }
    }
}
