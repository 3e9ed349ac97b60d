package io.authsvcs.auth.api;

import io.authsvcs.auth.token.JwkSet;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** GET /.well-known/jwks.json (RFC 7517 §5), to be kept for a while and asked for again by its ETag. */
@Component
class JwksEndpoint {
    private final JwkSet keys;

    JwksEndpoint(JwkSet keys) {
        this.keys = keys;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        JwkSet.Document document = keys.current();
        String etag = "\"" + document.fingerprint() + "\"";
        // Set here already, so that a 304 renews it too (RFC 9110 §15.4.5).
        request.exchange()
                .getResponse()
                .getHeaders()
                .setCacheControl(CacheControl.maxAge(keys.mayBeKept()).cachePublic());
        return request.checkNotModified(etag)
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .eTag(etag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(document)));
    }
}
