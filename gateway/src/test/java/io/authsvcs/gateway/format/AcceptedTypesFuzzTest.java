package io.authsvcs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.common.AwkwardTexts;
import io.authsvcs.gateway.pipeline.RequestId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Headers by which a caller says what the answer is to be, and to be called. */
class AcceptedTypesFuzzTest {
    static Stream<String> headers() {
        return Stream.of("application/vnd.api.v2+json", "text/html;q=0.5, application/json")
                .flatMap(AwkwardTexts::around);
    }

    @MethodSource("headers")
    @FuzzTest
    void whatIsAccepted(@NotNull String accept) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.ACCEPT, accept);

        if (AcceptedTypes.name(MediaType.APPLICATION_JSON, headers)) {
            assertThat(accept).containsIgnoringCase("application/json");
        }
    }

    static Stream<String> names() {
        return AwkwardTexts.around("a-request");
    }

    @MethodSource("names")
    @FuzzTest
    void aNameOfARequest(@NotNull String given) {
        assertThat(RequestId.from(Optional.of(given))).matches("[A-Za-z0-9._-]{1,64}");
    }
}
