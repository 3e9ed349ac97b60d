package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.token.OpaqueToken;
import io.authsvcs.auth.token.ReferenceTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which reference tokens somebody has. */
@Component
public class ListTokens {
    /** As many as are shown to their owner, the latest first. */
    private static final int MOST = 200;

    private final Sessions sessions;
    private final ReferenceTokens referenceTokens;

    ListTokens(Sessions sessions, ReferenceTokens referenceTokens) {
        this.sessions = sessions;
        this.referenceTokens = referenceTokens;
    }

    /** @param expiresAt absent where it has no end */
    public record Listed(OpaqueToken token, Optional<Instant> expiresAt) {}

    public Mono<List<Listed>> of(Subject subject) {
        return sessions.listReferenced(subject, MOST)
                .map(found -> found.stream()
                        .map(session -> new Listed(referenceTokens.of(session.id()), session.expiresAt()))
                        .toList());
    }
}
