package io.authsvcs.gateway.upstream;

import io.authsvcs.common.HeaderNames;
import org.springframework.http.HttpStatus;
import reactor.netty.http.client.HttpClientResponse;

/** An instance has answered that it isn't ready, and that it has done nothing. */
final class NotReady extends RuntimeException {
    NotReady() {
        super("It is still starting", null, false, false);
    }

    static boolean isSaidBy(HttpClientResponse response) {
        return response.status().code() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && "true".equals(response.responseHeaders().get(HeaderNames.NOT_PROCESSED));
    }
}
