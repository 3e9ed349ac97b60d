package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.References;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.token.OpaqueToken;
import io.authsvcs.auth.token.ReferenceTokens;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens a session, with the way to it by a reference token where one is asked for. */
@Component
class OpenSession {
    private final Sessions sessions;
    private final References references;
    private final ReferenceTokens referenceTokens;

    OpenSession(Sessions sessions, References references, ReferenceTokens referenceTokens) {
        this.sessions = sessions;
        this.references = references;
        this.referenceTokens = referenceTokens;
    }

    /**
     * @param identity as it was read before its password was checked
     * @param methods by which they have proved who they are
     */
    Mono<Opened> of(SessionId id, Identity identity, Methods methods, SessionRequest request) {
        return sessions.open(id, identity, methods, request)
                .flatMap(turn -> point(id, request).thenReturn(new Opened(identity, turn)));
    }

    private Mono<Void> point(OpaqueToken token, SessionId id) {
        return references.point(token.hash(), id, Optional.of(ReferenceTokens.label(token)));
    }

    private Mono<Void> point(SessionId id, SessionRequest request) {
        return switch (request.form()) {
            case DERIVED -> Mono.empty();
            case REFERENCE -> point(referenceTokens.of(id), id);
        };
    }
}
