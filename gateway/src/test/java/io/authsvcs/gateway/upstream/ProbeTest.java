package io.authsvcs.gateway.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.Word;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final GatewayKey KEY = GatewayKey.of("0123456789abcdef0123456789abcdef");

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final Probe probe = patient(Transport.of(Optional.empty()));

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

        assertThat(look(instance.port())).isEqualTo(new Finding.Answer(Optional.of(Word.IMPAIRED), false));
    }

    @Test
    void whoSaysNothingThatIsUnderstoodAnswersAllTheSame() {
        says("{\"state\":\"DREAMING\"}");
        assertThat(look(instance.port())).isEqualTo(new Finding.Answer(Optional.empty(), false));

        says("");
        assertThat(look(instance.port())).isEqualTo(new Finding.Answer(Optional.empty(), false));
    }

    @Test
    void whoTalksWithoutEndIsNoInstance() {
        says("{\"id\":\"asked\",\"state\":\"UP\",\"more\":\"" + "x".repeat(5_000) + "\"}");

        assertThat(look(instance.port())).isEqualTo(new Finding.Silence());
    }

    @Test
    void whoseAnswerNeverEndsIsSilent() throws IOException {
        try (Drip drip = new Drip();
                Probe quick = new Probe(
                        Transport.of(Optional.empty()),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        LONG,
                        ProbeTest::believe)) {
            assertThat(quick.look(at(drip.port())).block(LONG)).isEqualTo(new Finding.Silence());
        }
    }

    @Test
    void whereNobodyListensNobodyIsFound() {
        int port = instance.port();
        instance.stop();

        assertThat(look(port)).isEqualTo(new Finding.Nobody());
    }

    @Test
    void whoKnowsTheKeyIsFound() throws IOException {
        try (Prover prover = Prover.as("asked");
                Probe strict = strict()) {
            assertThat(strict.look(at(prover.port())).block(LONG))
                    .isEqualTo(new Finding.Answer(Optional.of(Word.UP), false));
            assertThat(strict.look(at(prover.port())).block(LONG))
                    .isEqualTo(new Finding.Answer(Optional.of(Word.UP), false));
            assertThat(prover.nonces()).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoDoesNotKnowTheKeyIsAnother() {
        try (Probe strict = strict()) {
            for (String proof :
                    List.of("", "wrong", KEY.pass(), KEY.proof("", "asked", "127.0.0.1:" + instance.port()))) {
                says("{\"id\":\"asked\",\"state\":\"UP\",\"proof\":\"" + proof + "\"}");

                assertThat(strict.look(at(instance.port())).block(LONG)).isEqualTo(new Finding.Another());
            }
            says("{\"id\":\"asked\",\"state\":\"UP\"}");
            assertThat(strict.look(at(instance.port())).block(LONG)).isEqualTo(new Finding.Another());
        }
    }

    /** Who passes the question on to an instance that is where it says that it is. */
    @Test
    void whoHasAnotherProveItIsAnother() throws IOException {
        try (Prover elsewhere = Prover.at("asked", "127.0.0.1:1");
                Prover somebodyElse = Prover.as("other");
                Probe strict = strict()) {
            assertThat(strict.look(at(elsewhere.port())).block(LONG)).isEqualTo(new Finding.Another());
            assertThat(strict.look(at(somebodyElse.port())).block(LONG)).isEqualTo(new Finding.Another());
        }
    }

    @Test
    void aProbeShowsNobodyItsPass() {
        says("{\"id\":\"asked\",\"state\":\"UP\"}");
        look(instance.port());

        assertThat(instance.getAllServeEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.getRequest().getHeaders().toString())
                        .doesNotContain(KEY.pass(), "Authorization")
                        .contains("X-Probe-Nonce"));
    }

    private static boolean believe(Challenge challenge, String proof) {
        return true;
    }

    private static Probe strict() {
        return new Probe(
                Transport.of(Optional.empty()),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                LONG,
                (challenge, proof) -> challenge.isMetBy(proof, KEY));
    }

    private static Probe patient(Transport transport) {
        return new Probe(transport, Duration.ofSeconds(5), Duration.ofSeconds(5), LONG, ProbeTest::believe);
    }

    private void says(String body) {
        instance.stubFor(get("/internal/instance").willReturn(okJson(body)));
    }

    private Finding look(int port) {
        return probe.look(at(port)).blockOptional(LONG).orElseThrow();
    }

    private static Registration at(int port) {
        return new Registration("asked", "127.0.0.1", port, false, "1", Registration.Status.UP);
    }
}
