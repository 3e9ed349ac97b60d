package io.authsvcs.auth.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.common.AwkwardTexts;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No two requests are one write. */
class IdempotencyKeyFuzzTest {
    static Stream<Arguments> parts() {
        return Stream.concat(
                AwkwardTexts.all().map(text -> Arguments.of(text, "a")),
                Stream.of(Arguments.of("1:a", ""), Arguments.of("", "1:a"), Arguments.of("1:", "a1:")));
    }

    @MethodSource("parts")
    @FuzzTest
    void parts(@NotNull String one, @NotNull String other) {
        byte[] written = IdempotencyKey.of("k", one, other).digest();

        assertThat(IdempotencyKey.of("k", one, other).digest()).isEqualTo(written);
        assertThat(IdempotencyKey.of("k", one + other).digest()).isNotEqualTo(written);
        assertThat(IdempotencyKey.of("k" + one, other).digest()).isNotEqualTo(written);
        if (!Arrays.equals(one.getBytes(UTF_8), other.getBytes(UTF_8))) {
            assertThat(IdempotencyKey.of("k", other, one).digest()).isNotEqualTo(written);
        }
    }
}
