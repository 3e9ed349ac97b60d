package io.authsvcs.auth.http;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * How a family of calls says that something went wrong. Whoever's document fixes another shape than the canonical one adds
 * a bean of this kind for its own paths, and no two speak at one path.
 */
public interface FaultFormat {
    /** An attribute of the exchange: the path at which a request counts, where its body tells that its own isn't meant. */
    String PATH = FaultFormat.class.getName() + ".path";

    /** @param path of the request, without its query */
    boolean isSpokenAt(String path);

    /**
     * The whole answer; {@code Retry-After} is added where the status asks for it.
     *
     * @param asked the headers of the request
     */
    Mono<ServerResponse> answer(Failure failure, HttpHeaders asked);
}
