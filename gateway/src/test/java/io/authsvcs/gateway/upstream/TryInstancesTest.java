package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.HeaderNames;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

class TryInstancesTest {
    private static final UpstreamSettings SETTINGS = new UpstreamSettings(
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            256,
            256,
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(2),
            Duration.ofMillis(500));

    @Test
    void everyTryOfARequestHasTheSameKey() {
        List<String> keys = new ArrayList<>();
        GatewayFilterChain refusedTwice = exchange -> {
            keys.addAll(exchange.getRequest().getHeaders().getOrEmpty(HeaderNames.IDEMPOTENCY_KEY));
            return keys.size() < 3 ? Mono.error(new FailedTry(Failure.REFUSED, new ConnectException())) : Mono.empty();
        };

        new TryInstances(SETTINGS).filter(keyed("gateway:1"), refusedTwice).block();

        assertThat(keys).containsExactly("gateway:1", "gateway:1", "gateway:1");
    }

    private static MockServerWebExchange keyed(String key) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.post("/v1/auth/login").header(HeaderNames.IDEMPOTENCY_KEY, key));
    }
}
