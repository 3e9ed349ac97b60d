package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.authsvcs.gateway.Enveloped.enveloped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import io.authsvcs.common.document.Blanks;
import io.authsvcs.common.document.Comparison;
import io.authsvcs.common.document.ContractDocument;
import io.authsvcs.common.document.Example;
import io.authsvcs.common.document.Given;
import io.authsvcs.common.document.Message;
import io.authsvcs.common.document.Sender;
import io.authsvcs.gateway.upstream.TestCluster;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every example of docs/contracts on its way through: an instance answers what the document says. */
@GatewayTest
class ContractExamplesTest {
    private static final int MANY = 50;
    private static final AtomicInteger CALLERS = new AtomicInteger();

    private final WireMockServer instance = new WireMockServer(options().dynamicPort());
    private final URI gateway;
    private final TestCluster cluster;

    @Autowired
    ContractExamplesTest(Caller caller, TestCluster cluster) {
        this.gateway = caller.to("/").build().uri();
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        instance.start();
    }

    @AfterEach
    void leave() {
        cluster.clear();
        instance.stop();
    }

    @TestFactory
    Stream<DynamicContainer> theRequestComesToTheInstanceAsItIs() {
        return each(example -> !isOfTheGateway(example), example -> {
            answer(example);

            assertHandedOn(example.request());
        });
    }

    @TestFactory
    Stream<DynamicContainer> theAnswerComesToTheCallerAsItIs() {
        return each(any -> true, example -> {
            Message actual = answer(example);

            assertThat(Comparison.differences(example, actual))
                    .as(example.title())
                    .isEmpty();
            if (!example.isEnveloped() && !isOfTheGateway(example)) {
                assertThat(actual.body()).isEqualTo(example.answer().body());
            }
        });
    }

    @TestFactory
    Stream<DynamicContainer> theSameIsTheResultOfTheEnvelopeForWhoeverAsksForIt() {
        return each(example -> !example.isEnveloped(), example -> {
            Message actual = answer(example, HeaderNames.ENVELOPE, "1");

            assertThat(actual.status())
                    .as(example.title())
                    .isEqualTo(example.answer().status());
            assertThat(actual.header("Content-Type")).contains("application/json");
            assertThat(actual.body()).isEqualTo(inEnvelope(example.answer()));
        });
    }

    private Stream<DynamicContainer> each(Predicate<Example> which, Consumer<Example> check) {
        return ContractDocument.all()
                .map(document -> dynamicContainer(
                        document.name(),
                        document.examples().stream()
                                .filter(which)
                                .map(example -> dynamicTest(example.title(), () -> check.accept(example)))));
    }

    private static boolean isOfTheGateway(Example example) {
        return example.givens().stream().anyMatch(Given::isOfTheGateway);
    }

    private Message answer(Example example) {
        return send(example, filled(example.request()));
    }

    private Message answer(Example example, String header, String value) {
        return send(example, filled(example.request()).with(header, value));
    }

    private Message send(Example example, Message request) {
        bringAbout(example);
        Sender sender = somebodyElse();
        Message answer = sender.send(request);
        for (int i = 0; example.isGiven(Given.OVER_THE_LIMIT) && answer.status() != 429 && i < MANY; i++) {
            answer = sender.send(request);
        }
        return answer;
    }

    private void bringAbout(Example example) {
        instance.resetAll();
        instance.stubFor(any(anyUrl()).willReturn(response(example.bare().answer())));
        if (example.isGiven(Given.NO_INSTANCE)) {
            cluster.clear();
        } else {
            cluster.up("documented", instance.port());
        }
    }

    private static ResponseDefinitionBuilder response(Message answer) {
        ResponseDefinitionBuilder response =
                aResponse().withStatus(answer.status()).withBody(answer.body());
        answer.headers().forEach(header -> response.withHeader(header.name(), header.value()));
        return response;
    }

    /** From an address of their own, so that nobody's limit is another's. */
    private Sender somebodyElse() {
        int number = CALLERS.incrementAndGet();
        InetAddress address = InetAddress.ofLiteral("127.1." + number / 250 + "." + (number % 250 + 1));
        return new Sender(gateway, HttpClient.newBuilder().localAddress(address));
    }

    private static Message filled(Message request) {
        return Blanks.fill(request, name -> "filled-in");
    }

    private void assertHandedOn(Message documented) {
        Message expected = filled(documented);
        LoggedRequest actual = Calls.at(instance).getFirst();
        assertThat(actual.getMethod() + " " + actual.getUrl())
                .as(expected.firstLine())
                .isEqualTo(expected.method() + " " + expected.path());
        assertThat(actual.getBodyAsString()).isEqualTo(expected.body());
        expected.headers()
                .forEach(header -> assertThat(
                                actual.getHeaders().getHeader(header.name()).values())
                        .as(header.name())
                        .containsExactly(header.value()));
    }

    private static String inEnvelope(Message answer) {
        return enveloped(
                Status.find(answer.status()).orElseThrow(), answer.body().isEmpty() ? "{}" : answer.body());
    }
}
