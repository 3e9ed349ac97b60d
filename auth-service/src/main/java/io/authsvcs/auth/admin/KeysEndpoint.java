package io.authsvcs.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.audit.Actor;
import io.authsvcs.auth.flow.RevokeSigningKey;
import io.authsvcs.auth.flow.RotateSigningKey;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Callers;
import io.authsvcs.auth.http.SignedIn;
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
    private final SignedIn signedIn;
    private final KeySuccession succession;
    private final RotateSigningKey rotateSigningKey;
    private final RevokeSigningKey revokeSigningKey;

    KeysEndpoint(
            SignedIn signedIn,
            KeySuccession succession,
            RotateSigningKey rotateSigningKey,
            RevokeSigningKey revokeSigningKey) {
        this.signedIn = signedIn;
        this.succession = succession;
        this.rotateSigningKey = rotateSigningKey;
        this.revokeSigningKey = revokeSigningKey;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return signedIn.answerAdministrator(
                request, caller -> succession.list().flatMap(keys -> Answers.of(Status.OK, Keys.of(keys))));
    }

    Mono<ServerResponse> rotate(ServerRequest request) {
        return signedIn.answerAdministrator(
                request,
                caller -> rotateSigningKey
                        .rotate(actor(caller), Callers.of(request))
                        .flatMap(key -> Answers.of(Status.CREATED, Key.of(key))));
    }

    Mono<ServerResponse> revoke(ServerRequest request) {
        return signedIn.answerAdministrator(
                request,
                caller -> revokeSigningKey
                        .revoke(request.pathVariable("kid"), actor(caller), Callers.of(request))
                        .flatMap(key -> Answers.of(Status.OK, Key.of(key)))
                        .switchIfEmpty(Mono.defer(() -> Answers.refuse(Status.NOT_FOUND, "No such key"))));
    }

    private static Actor actor(Verdict.Valid caller) {
        return Actor.user(caller.claims().subject());
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
