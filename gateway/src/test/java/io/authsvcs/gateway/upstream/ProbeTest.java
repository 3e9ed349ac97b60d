package io.authsvcs.gateway.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.Word;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Probe probe = new Probe(Duration.ofSeconds(5), Duration.ofSeconds(5), LONG);

    @BeforeEach
    void start() {
        instance.start();
    }

    @AfterEach
    void stop() {
        probe.close();
        instance.stop();
    }

    @Test
    void anInstancesWordIsFound() {
        says("{\"id\":\"asked\",\"state\":\"IMPAIRED\"}");

        assertThat(look(instance.port())).isEqualTo(new Finding.Answer(Optional.of(Word.IMPAIRED)));
    }

    @Test
    void whoSaysNothingThatIsUnderstoodAnswersAllTheSame() {
        says("{\"state\":\"DREAMING\"}");
        assertThat(look(instance.port())).isEqualTo(new Finding.Answer(Optional.empty()));

        says("");
        assertThat(look(instance.port())).isEqualTo(new Finding.Answer(Optional.empty()));
    }

    @Test
    void whoTalksWithoutEndIsNoInstance() {
        says("{\"id\":\"asked\",\"state\":\"UP\",\"more\":\"" + "x".repeat(5_000) + "\"}");

        assertThat(look(instance.port())).isEqualTo(new Finding.Silence());
    }

    @Test
    void whoseAnswerNeverEndsIsSilent() throws IOException {
        try (Drip drip = new Drip();
                Probe quick = new Probe(Duration.ofSeconds(1), Duration.ofSeconds(1), LONG)) {
            assertThat(quick.look(at(drip.port())).block(LONG)).isEqualTo(new Finding.Silence());
        }
    }

    @Test
    void whereNobodyListensNobodyIsFound() {
        int port = instance.port();
        instance.stop();

        assertThat(look(port)).isEqualTo(new Finding.Nobody());
    }

    private void says(String body) {
        instance.stubFor(get("/internal/instance").willReturn(okJson(body)));
    }

    private Finding look(int port) {
        return probe.look(at(port)).blockOptional(LONG).orElseThrow();
    }

    private static Registration at(int port) {
        return new Registration("asked", "127.0.0.1", port, "1", Registration.Status.UP);
    }
}
