package io.authsvcs.auth.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.flow.PresentedToken;
import io.authsvcs.common.AwkwardTexts;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Whatever stands in a request is read, or refused by a fault that its caller is told. */
class RequestsFuzzTest {
    private static final JsonText JSON = new JsonText();
    private static final RequestBodies BODIES = new RequestBodies(JSON);
    private static final List<HttpMessageReader<?>> READERS =
            HandlerStrategies.withDefaults().messageReaders();
    private static final Duration A_CENTURY = Duration.ofDays(36_525);

    static Stream<String> authorizations() {
        return Stream.of("Token 0123", "Bearer partner, User abc").flatMap(AwkwardTexts::around);
    }

    @MethodSource("authorizations")
    @FuzzTest
    void aHeaderThatShowsAToken(@NotNull String header) {
        ServerRequest request = request(post().header(HttpHeaders.AUTHORIZATION, header));

        PresentedTokens.find(request).ifPresent(token -> assertIsOf(header, token));
        PresentedTokens.findBare(request, HttpHeaders.AUTHORIZATION).ifPresent(token -> assertIsOf(header, token));
    }

    private static void assertIsOf(String header, PresentedToken token) {
        assertThat(token.text()).isNotEmpty().isEqualTo(token.text().strip());
        assertThat(header).contains(token.text());
        token.partner().ifPresent(partner -> assertThat(header).contains(partner));
    }

    static Stream<String> cookies() {
        return Stream.of("auth_session=abc; auth_session=def", "auth_session=\"abc\"; a=b")
                .flatMap(AwkwardTexts::around);
    }

    /** As the server reads it. */
    @MethodSource("cookies")
    @FuzzTest
    void aHeaderOfCookies(@NotNull String header) {
        MockServerHttpRequest.BodyBuilder request = post();
        ServerCookieDecoder.STRICT
                .decodeAll(header)
                .forEach(cookie -> request.cookie(new HttpCookie(cookie.name(), cookie.value())));

        unlessRefused(() -> SessionCookie.findOfOwnSite(request(request)))
                .flatMap(cookie -> cookie)
                .ifPresent(cookie -> assertThat(header).contains(cookie));
        DeviceCookie.find(request(request))
                .ifPresent(device -> assertThat(header).contains(device.text()));
    }

    static Stream<byte[]> bodies() {
        return Stream.concat(
                        AwkwardTexts.around("{\"a\":\"b\",\"c\":[1,2.5,true,null]}"),
                        AwkwardTexts.all()
                                .flatMap(text -> Stream.of(
                                        "{\"" + text + "\":1}", "{\"a\":\"" + text + "\"}", "{\"a\":" + text + "}")))
                .map(text -> text.getBytes(UTF_8));
    }

    @MethodSource("bodies")
    @FuzzTest
    void aBodyOfJson(byte @NotNull [] body) {
        unlessRefused(() -> JSON.parse(body)).ifPresent(RequestsFuzzTest::assertIsReadAgain);
        assertThat(new String(body, UTF_8).lines().count())
                .isGreaterThanOrEqualTo(JsonLine.all(body, JSON).size());
    }

    /** Repeated writes are known by what is printed of them. */
    private static void assertIsReadAgain(ObjectNode read) {
        String printed = read.toString();
        assertThat(JSON.parse(printed.getBytes(UTF_8)).toString()).isEqualTo(printed);
        assertThat(printed).doesNotContain("\0");
    }

    static Stream<byte[]> forms() {
        return AwkwardTexts.around("email=a%40b&password=c+d").map(text -> text.getBytes(UTF_8));
    }

    @MethodSource("forms")
    @FuzzTest
    void aForm(byte @NotNull [] body) {
        ServerRequest request = request(post().contentType(MediaType.APPLICATION_FORM_URLENCODED), body);

        unlessRefused(() -> BODIES.readForm(request).block())
                .ifPresent(fields -> assertThat(fields.json()).doesNotContain("\0"));
    }

    static Stream<String> contentTypes() {
        return Stream.of("application/json;charset=UTF-8", "application/x-www-form-urlencoded")
                .flatMap(AwkwardTexts::around);
    }

    /** But for what the gateway refuses. */
    @MethodSource("contentTypes")
    @FuzzTest
    void aContentType(@NotNull String type) {
        if (type.startsWith("\"")) {
            return;
        }
        ServerRequest request = request(post().header(HttpHeaders.CONTENT_TYPE, type), "{\"a\":1}".getBytes(UTF_8));

        Optional<Fields> read =
                unlessRefused(() -> BODIES.readJsonOrForm(request).block());

        read.ifPresent(fields -> assertThat(type).containsIgnoringCase("application/"));
    }

    static Stream<String> numbers() {
        return AwkwardTexts.all().flatMap(text -> Stream.of(text, "\"" + text + "\""));
    }

    /** {@code session_duration} and its like, of JSON and of a form. */
    @MethodSource("numbers")
    @FuzzTest
    void aNumber(@NotNull String value) {
        unlessRefused(() -> JSON.parse(("{\"n\":" + value + "}").getBytes(UTF_8)))
                .filter(body -> body.has("n"))
                .ifPresent(body -> assertIsInBounds(new Fields(body, false)));
        unlessRefused(() -> JSON.parse("{}".getBytes(UTF_8)).put("n", value))
                .ifPresent(body -> assertIsInBounds(new Fields(body, true)));
    }

    private static void assertIsInBounds(Fields fields) {
        fields.seconds("n").ifPresent(length -> assertThat(length).isBetween(Duration.ZERO, A_CENTURY));
        fields.milliseconds("n").ifPresent(length -> assertThat(length).isBetween(Duration.ZERO, A_CENTURY));
        fields.number("n", 1, 200).ifPresent(number -> assertThat(number).isBetween(1, 200));
        fields.looseFlag("n");
        fields.flag("n");
        fields.text("n", 10).ifPresent(text -> assertThat(text).hasSizeBetween(1, 10));
    }

    private static <T> Optional<T> unlessRefused(Supplier<T> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (Fault refused) {
            assertThat(refused.code()).isIn(List.of(FaultCode.values()));
            return Optional.empty();
        }
    }

    private static MockServerHttpRequest.BodyBuilder post() {
        return MockServerHttpRequest.post("/");
    }

    private static ServerRequest request(MockServerHttpRequest.BaseBuilder<?> builder) {
        return request(builder.build());
    }

    private static ServerRequest request(MockServerHttpRequest.BodyBuilder builder, byte[] body) {
        return request(builder.body(Mono.just(DefaultDataBufferFactory.sharedInstance.wrap(body))));
    }

    private static ServerRequest request(MockServerHttpRequest request) {
        return ServerRequest.create(MockServerWebExchange.from(request), READERS);
    }
}
