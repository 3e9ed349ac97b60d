package io.authsvcs.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.Envelope;
import io.authsvcs.common.Status;
import java.net.http.HttpResponse;

/** What answers look like. */
public final class Enveloped {
    private Enveloped() {}

    public static String enveloped(Status status, String result) {
        return new String(Envelope.prefix(status), UTF_8) + result + new String(Envelope.suffix(), UTF_8);
    }

    public static String reason(String sentence) {
        return "{\"reason\":\"" + sentence + "\"}";
    }

    /** Status, whole body, and what every answer carries. */
    public static void assertAnswer(HttpResponse<String> response, Status status, String result) {
        assertThat(response.body()).isEqualTo(enveloped(status, result));
        assertThat(response.statusCode()).isEqualTo(status.code());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.headers().firstValueAsLong("Content-Length"))
                .hasValue(response.body().length());
        assertThat(response.headers().firstValue("Retry-After").isPresent())
                .isEqualTo(status == Status.SERVICE_UNAVAILABLE);
    }
}
