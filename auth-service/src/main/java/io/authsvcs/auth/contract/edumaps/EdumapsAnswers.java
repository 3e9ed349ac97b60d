package io.authsvcs.auth.contract.edumaps;

import io.authsvcs.auth.flow.IssueGrant;
import io.authsvcs.auth.flow.Opened;
import io.authsvcs.auth.flow.ShowParticulars;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.common.Status;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What seed 002's API answers to whoever logs in or shows a token. */
@Component
class EdumapsAnswers {
    private final IssueGrant issueGrant;
    private final ShowParticulars showParticulars;
    private final EdumapsFaults faults;

    EdumapsAnswers(IssueGrant issueGrant, ShowParticulars showParticulars, EdumapsFaults faults) {
        this.issueGrant = issueGrant;
        this.showParticulars = showParticulars;
        this.faults = faults;
    }

    Mono<ServerResponse> signedIn(Opened opened) {
        return issueGrant
                .of(opened)
                .zipWith(
                        showParticulars.of(opened.identity().subject()),
                        (grant, particulars) -> new SignedIn(
                                grant.accessToken().text(),
                                EdumapsUser.of(opened.identity(), particulars.attributes())))
                .flatMap(body -> Answers.of(Status.CREATED, body));
    }

    Mono<ServerResponse> notActivated() {
        return faults.unauthorized("Not Activated");
    }

    Mono<ServerResponse> secondFactorRequired() {
        return faults.unauthorized("Second factor required");
    }

    Mono<ServerResponse> invalid() {
        return faults.unauthorized("Invalid login.");
    }

    private record SignedIn(String token, EdumapsUser data) {
        /** Without the token. */
        @Override
        public String toString() {
            return "SignedIn[…]";
        }
    }
}
