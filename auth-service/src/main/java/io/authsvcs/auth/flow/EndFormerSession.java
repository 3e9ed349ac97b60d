package io.authsvcs.auth.flow;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.token.TokenKinds;
import io.authsvcs.auth.token.TokenKinds.Kind;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody logs in by a browser that has a session of theirs: the new one takes its place. */
@Component
public class EndFormerSession {
    private final TokenKinds kinds;
    private final EndSession endSession;

    EndFormerSession(TokenKinds kinds, EndSession endSession) {
        this.kinds = kinds;
        this.endSession = endSession;
    }

    /** @param shown what came with the login; what is of no session, or of somebody else's, stays as it is */
    public Mono<Void> of(Optional<PresentedToken> shown, Opened opened, Caller caller) {
        return Mono.justOrEmpty(shown.map(token -> kinds.of(token.text())))
                .ofType(Kind.OfSession.class)
                .map(Kind.OfSession::session)
                .filter(former -> !former.equals(opened.turn().session()))
                .flatMap(former -> endSession.end(former, opened.identity().subject(), caller))
                .then();
    }
}
