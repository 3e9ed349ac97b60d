package io.authsvcs.auth.contract.edumaps;

import io.authsvcs.auth.flow.PresentedToken;
import io.authsvcs.auth.flow.ReissueToken;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.RequestBodies;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /auth/token, and GET /auth/local, as the document prints the same call: another token, and the user as of now. */
@Component
class EdumapsTokenEndpoint {
    private final RequestBodies bodies;
    private final ReissueToken reissueToken;
    private final EdumapsAnswers answers;

    EdumapsTokenEndpoint(RequestBodies bodies, ReissueToken reissueToken, EdumapsAnswers answers) {
        this.bodies = bodies;
        this.reissueToken = reissueToken;
        this.answers = answers;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return bodies.readJsonOrFormIfAny(request, EdumapsMisprints::mend).flatMap(fields -> answer(request, fields));
    }

    Mono<ServerResponse> answerHeader(ServerRequest request) {
        return answer(request, RequestBodies.none());
    }

    private Mono<ServerResponse> answer(ServerRequest request, Fields fields) {
        Optional<PresentedToken> token = EdumapsTokens.find(request, fields);
        fields.check();
        return token.map(this::answer).orElseGet(answers::invalid);
    }

    Mono<ServerResponse> answer(PresentedToken token) {
        return reissueToken.of(token).flatMap(result -> switch (result) {
            case ReissueToken.Result.Reissued(var opened) -> answers.signedIn(opened);
            case ReissueToken.Result.Refused refused -> answers.invalid();
        });
    }
}
