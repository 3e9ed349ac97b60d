package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.References;
import io.authsvcs.auth.session.References.Labelled;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which reference tokens somebody has. */
@Component
public class ListTokens {
    /** As many as are shown to their owner, the latest first. */
    private static final int MOST = 200;

    private final References references;

    ListTokens(References references) {
        this.references = references;
    }

    public Mono<List<Labelled>> of(Subject subject) {
        return references.list(subject, MOST);
    }
}
