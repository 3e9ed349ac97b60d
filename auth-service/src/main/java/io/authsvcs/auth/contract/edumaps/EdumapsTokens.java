package io.authsvcs.auth.contract.edumaps;

import io.authsvcs.auth.flow.PresentedToken;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.PresentedTokens;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Where a request brings a token: in {@code Authorisation}, as the document spells it, in {@code Authorization}, each bare or
 * after {@code Bearer}, in the body, or where every other call takes one.
 */
final class EdumapsTokens {
    private EdumapsTokens() {}

    static Optional<PresentedToken> find(ServerRequest request, Fields fields) {
        return PresentedTokens.findBare(request, "Authorisation")
                .or(() -> PresentedTokens.findBare(request, HttpHeaders.AUTHORIZATION))
                .or(() -> fields.text("token").filter(text -> !text.isEmpty()).map(PresentedToken::of))
                .or(() -> PresentedTokens.find(request));
    }
}
