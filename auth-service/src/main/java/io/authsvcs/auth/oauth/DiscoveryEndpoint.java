package io.authsvcs.auth.oauth;

import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.token.TokenSettings;
import io.authsvcs.common.Status;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /.well-known/openid-configuration (OpenID Connect Discovery 1.0 §4), where the issuer is an address. */
@Component
class DiscoveryEndpoint {
    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final String NO_ADDRESS =
            "There is no discovery here: the issuer (AUTH_ISSUER) isn't an http or https address";

    private final Optional<DiscoveryDocument> document;

    DiscoveryEndpoint(TokenSettings settings) {
        this.document = DiscoveryDocument.of(settings.issuer());
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return document.map(DiscoveryEndpoint::render).orElseGet(() -> Answers.refuse(Status.NOT_FOUND, NO_ADDRESS));
    }

    private static Mono<ServerResponse> render(DiscoveryDocument document) {
        return ServerResponse.ok()
                .cacheControl(FOR_A_WHILE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(document);
    }
}
