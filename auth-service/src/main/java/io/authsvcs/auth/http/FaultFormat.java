package io.authsvcs.auth.http;

import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * How a family of calls says that something went wrong. Whoever's document fixes another shape than the canonical one adds
 * a bean of this kind for its own paths, and no two speak at one path.
 */
public interface FaultFormat {
    /** @param path of the request, without its query */
    boolean isSpokenAt(String path);

    /** The whole answer; {@code Retry-After} is added where the status asks for it. */
    Mono<ServerResponse> answer(Failure failure);
}
