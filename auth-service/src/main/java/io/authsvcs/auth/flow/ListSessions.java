package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionSummary;
import io.authsvcs.auth.session.Sessions;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where somebody is signed in. */
@Component
public class ListSessions {
    private final Sessions sessions;

    ListSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    public Mono<List<SessionSummary>> of(Subject subject) {
        return sessions.list(subject);
    }
}
