package io.authsvcs.auth.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.factor.Challenge;
import io.authsvcs.auth.factor.RecoveryCode;
import io.authsvcs.auth.flow.Grant;
import io.authsvcs.auth.flow.IssueGrant;
import io.authsvcs.auth.flow.Opened;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.DeviceCookie;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What is answered to a login, in one step or in two. */
@Component
class LoginAnswers {
    static final String WRONG_CODE = "Wrong code";

    private static final String HALF = "Second factor required";

    private final IssueGrant issueGrant;
    private final DeviceCookie deviceCookie;

    LoginAnswers(IssueGrant issueGrant, DeviceCookie deviceCookie) {
        this.issueGrant = issueGrant;
        this.deviceCookie = deviceCookie;
    }

    /** @param recoveryCodes that their owner has not seen yet */
    Mono<ServerResponse> loggedIn(Opened opened, List<RecoveryCode> recoveryCodes, ServerRequest request) {
        return issueGrant
                .of(opened)
                .flatMap(grant -> Answers.start(Status.OK)
                        .header(HttpHeaders.SET_COOKIE, deviceCookie.of(grant.subject(), request))
                        .bodyValue(LoggedIn.of(grant, recoveryCodes)));
    }

    static Mono<ServerResponse> goOn(Challenge challenge, boolean wrongCode) {
        return Answers.of(
                Status.UNAUTHORIZED,
                new HalfWay(
                        wrongCode ? WRONG_CODE : HALF,
                        challenge.token().text(),
                        challenge.expiresAt(),
                        challenge.enrolment()));
    }

    /** In seed 001's order, then what it doesn't know. */
    private record LoggedIn(
            boolean isValid,
            String userID,
            String token,
            String refreshToken,
            Instant expiresAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> recoveryCodes) {
        static LoggedIn of(Grant grant, List<RecoveryCode> recoveryCodes) {
            GrantedTokens granted = GrantedTokens.of(grant);
            return new LoggedIn(
                    true,
                    granted.userID(),
                    granted.token(),
                    granted.refreshToken(),
                    granted.expiresAt(),
                    recoveryCodes.stream().map(RecoveryCode::text).toList());
        }

        /** Without the tokens. */
        @Override
        public String toString() {
            return "LoggedIn[" + userID + "]";
        }
    }

    /** @param enrolment whether a second factor has to be begun before there can be a code */
    private record HalfWay(String reason, String challenge, Instant expiresAt, boolean enrolment) {
        /** Without the challenge. */
        @Override
        public String toString() {
            return "HalfWay[" + reason + "]";
        }
    }
}
