package io.authsvcs.auth.flow;

import io.authsvcs.auth.token.AccessTokens;
import io.authsvcs.auth.token.RefreshTokens;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The canonical tokens of a turn, made after its transaction, which no signing should hold open. */
@Component
public class IssueGrant {
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    IssueGrant(AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    public Mono<Grant> of(Opened opened) {
        return accessTokens
                .issue(opened.identity(), opened.turn())
                .map(token -> new Grant(opened.identity().subject(), token, refreshTokens.of(opened.turn())));
    }
}
