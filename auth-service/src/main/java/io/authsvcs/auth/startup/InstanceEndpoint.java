package io.authsvcs.auth.startup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.GatheredTokens;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import io.authsvcs.common.Word;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * GET /internal/instance, POST /internal/instance/drain and /undrain: for gateways, which route none of them. Answered from
 * memory, whatever has become of the database.
 */
@Component
class InstanceEndpoint {
    private static final String CHALLENGE = "Basic realm=\"auth-svcs\", charset=\"UTF-8\"";

    private final Availability availability;
    private final RegistryCredentials credentials;
    private final GatewayKey key;

    InstanceEndpoint(Availability availability, RegistryCredentials credentials, GatewayKey key) {
        this.availability = availability;
        this.credentials = credentials;
        this.key = key;
    }

    Mono<ServerResponse> show(ServerRequest request) {
        return Answers.of(
                Status.OK, new Instance(availability.id(), availability.state(), GatheredTokens.MOST, proof(request)));
    }

    /** Whoever asks may have it, for it proves this address alone, and this one question. */
    private Optional<String> proof(ServerRequest request) {
        return Optional.ofNullable(request.headers().firstHeader(HeaderNames.NONCE))
                .map(nonce -> key.proof(nonce, availability.id(), availability.address()));
    }

    Mono<ServerResponse> drain(ServerRequest request) {
        return change(request, availability::drain);
    }

    Mono<ServerResponse> undrain(ServerRequest request) {
        return change(request, availability::undrain);
    }

    private Mono<ServerResponse> change(ServerRequest request, Runnable change) {
        if (!credentials.areIn(request.headers().header(HttpHeaders.AUTHORIZATION))) {
            return Answers.challenge("The credentials of the registry are required", CHALLENGE);
        }
        change.run();
        return show(request);
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Instance(String id, Word state, int tokensAtOnce, Optional<String> proof) {}
}
