package io.authsvcs.auth.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.auth.partner.PartnerId;
import io.authsvcs.auth.partner.PartnerName;
import io.authsvcs.common.AwkwardTexts;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Who a partner says it is. */
class PartnerCredentialsFuzzTest {
    private static final List<HttpMessageReader<?>> READERS =
            HandlerStrategies.withDefaults().messageReaders();

    static Stream<String> headers() {
        return Stream.concat(
                Stream.of("Bearer a.b", "Basic " + base64("a:a.b")).flatMap(AwkwardTexts::around),
                AwkwardTexts.all()
                        .flatMap(text -> Stream.of(text + ":" + text + ".a", "a:" + text, text + ":a.b"))
                        .map(credentials -> "Basic " + base64(credentials)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @MethodSource("headers")
    @FuzzTest
    void aHeader(@NotNull String header) {
        ServerRequest request = ServerRequest.create(
                MockServerWebExchange.from(MockServerHttpRequest.post("/").header(HttpHeaders.AUTHORIZATION, header)),
                READERS);

        PartnerCredentials.find(request)
                .filter(token -> header.regionMatches(true, 0, "Basic ", 0, "Basic ".length()))
                .ifPresent(token -> assertThat(token).contains("."));
    }

    static Stream<String> names() {
        return AwkwardTexts.around("a shop");
    }

    @MethodSource("names")
    @FuzzTest
    void aNameOrAnId(@NotNull String text) {
        PartnerId.parse(text).ifPresent(id -> assertThat(id.toString()).isEqualTo(text));
        PartnerName.parse(text)
                .ifPresent(name -> assertThat(PartnerName.parse(name.key()).map(PartnerName::key))
                        .contains(name.key()));
    }
}
