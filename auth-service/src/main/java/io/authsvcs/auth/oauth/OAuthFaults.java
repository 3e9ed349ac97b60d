package io.authsvcs.auth.oauth;

import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Failure;
import io.authsvcs.auth.http.FaultFormat;
import io.authsvcs.common.Status;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What goes wrong on {@code /oauth2}, as RFC 6749 §5.2 has it. */
@Component
class OAuthFaults implements FaultFormat {
    @Override
    public boolean isSpokenAt(String path) {
        return path.startsWith("/oauth2/");
    }

    @Override
    public Mono<ServerResponse> answer(Failure failure, HttpHeaders asked) {
        return Answers.of(failure.status(), OAuthError.of(error(failure.status()), description(failure)));
    }

    private static String error(Status status) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> OAuthError.TEMPORARILY_UNAVAILABLE;
            case INTERNAL_SERVER_ERROR -> OAuthError.SERVER_ERROR;
            default -> OAuthError.INVALID_REQUEST;
        };
    }

    private static String description(Failure failure) {
        Stream<String> fields = failure.fieldErrors().stream().map(error -> error.field() + ": " + error.reason());
        return Stream.concat(Stream.of(failure.reason()), fields).collect(Collectors.joining("; "));
    }
}
