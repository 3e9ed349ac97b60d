package io.authsvcs.auth.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.authsvcs.auth.flow.Claims;
import io.authsvcs.auth.flow.Introspect;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.auth.token.TokenSettings;
import io.authsvcs.common.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** POST /oauth2/introspect (RFC 7662). A hint about the kind of token isn't needed, and ignored (§2.1). */
@Component
class IntrospectionEndpoint {
    private final CallingPartner callingPartner;
    private final RequestBodies bodies;
    private final Introspect introspect;
    private final TokenSettings settings;

    IntrospectionEndpoint(
            CallingPartner callingPartner, RequestBodies bodies, Introspect introspect, TokenSettings settings) {
        this.callingPartner = callingPartner;
        this.bodies = bodies;
        this.introspect = introspect;
        this.settings = settings;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return callingPartner.answer(
                request,
                partner -> bodies.readForm(request)
                        .map(TokenField::read)
                        .flatMap(introspect::token)
                        .flatMap(valid -> Answers.of(Status.OK, active(valid)))
                        .switchIfEmpty(Mono.defer(() -> Answers.of(Status.OK, new Inactive(false)))));
    }

    private Active active(Verdict.Valid valid) {
        Claims claims = valid.claims();
        return new Active(
                true,
                String.join(" ", valid.session().roles()),
                valid.session().userName(),
                "Bearer",
                claims.expiresAt().map(Instant::getEpochSecond),
                claims.issuedAt().getEpochSecond(),
                claims.subject().toString(),
                settings.audience(),
                settings.issuer(),
                claims.id(),
                claims.session().toString(),
                valid.session().methods().amr());
    }

    /** And nothing else (§2.2). */
    private record Inactive(boolean active) {}

    /**
     * As §2.2 has it, with OpenID Connect's {@code sid} and {@code amr}; names, roles and methods as they are now, not as the
     * token has them.
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Active(
            boolean active,
            String scope,
            Optional<String> username,
            @JsonProperty("token_type") String tokenType,
            Optional<Long> exp,
            long iat,
            String sub,
            String aud,
            String iss,
            Optional<String> jti,
            String sid,
            List<String> amr) {}
}
