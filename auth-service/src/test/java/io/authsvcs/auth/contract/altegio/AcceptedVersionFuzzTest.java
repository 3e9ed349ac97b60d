package io.authsvcs.auth.contract.altegio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.common.AwkwardTexts;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;

/** What a caller accepts names a version, or leaves it open. */
class AcceptedVersionFuzzTest {
    static Stream<String> headers() {
        return Stream.of("application/vnd.api.v2+json", "application/vnd.api.v1+json, text/*;q=0.5", "*/*")
                .flatMap(AwkwardTexts::around);
    }

    @MethodSource("headers")
    @FuzzTest
    void aHeader(@NotNull String accept) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.ACCEPT, accept);

        AcceptedVersion version = AcceptedVersion.of(headers);

        if (version != AcceptedVersion.ANY) {
            assertThat(accept).containsIgnoringCase("vnd.api.");
        }
    }
}
