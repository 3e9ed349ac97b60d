package io.authsvcs.auth.contract.slide;

import io.authsvcs.auth.http.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /user/. */
@Component
class SlideUserEndpoint {
    private final SignedIn signedIn;
    private final SlideAnswers answers;
    private final SlideFaults faults;

    SlideUserEndpoint(SignedIn signedIn, SlideAnswers answers, SlideFaults faults) {
        this.signedIn = signedIn;
        this.answers = answers;
        this.faults = faults;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return signedIn.answer(request, caller -> answers.show(caller.claims().subject()), faults::unauthorized);
    }
}
