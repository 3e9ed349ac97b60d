package io.authsvcs.auth.api;

import io.authsvcs.auth.token.JwkSet;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /.well-known/jwks.json (RFC 7517 §5), to be kept for a while and asked for again by its ETag. */
@Component
class JwksEndpoint {
    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final JwkSet keys;

    JwksEndpoint(JwkSet keys) {
        this.keys = keys;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        JwkSet.Document document = keys.current();
        String etag = "\"" + document.fingerprint() + "\"";
        return request.checkNotModified(etag)
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .cacheControl(FOR_A_WHILE)
                        .eTag(etag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(document)));
    }
}
