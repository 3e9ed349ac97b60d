package io.authsvcs.gateway.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.common.AwkwardTexts;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/** A path that is let through is one path to whoever reads it. */
class PathsFuzzTest {
    private static final String MARKS = "-._~!$&'()*+,;=:@/%";

    private static final Routes ROUTES = TestContracts.routes("altegio", "edumaps", "slide", "authorization");

    static Stream<String> paths() {
        return Stream.concat(
                Stream.of("/v1/auth/me", "/v1/auth/validate/a.b.c", "/auth/login/")
                        .flatMap(AwkwardTexts::around),
                AwkwardTexts.all().map(text -> "/v1/" + text + "/auth/login"));
    }

    @MethodSource("paths")
    @FuzzTest
    void aPath(@NotNull String path) {
        assertThat(ROUTES.match(PlainPath.parse(path), HttpMethod.GET)).isNotNull();
        if (path.startsWith("/") && isWritten(path) && !PlainPath.isAmbiguous(path)) {
            assertThat(PlainPath.parse(path).value()).isEqualTo(path);
            assertThat(URI.create(path).normalize().getRawPath()).isEqualTo(path);
            String decoded = UriUtils.decode(path, UTF_8);
            assertThat(UriUtils.decode(decoded, UTF_8)).isEqualTo(decoded);
            assertThat(decoded.chars().filter(c -> c == '/').count())
                    .isEqualTo(path.chars().filter(c -> c == '/').count());
        }
    }

    /** Of the signs alone that the framing lets through. */
    private static boolean isWritten(String path) {
        return path.chars().allMatch(c -> MARKS.indexOf(c) >= 0 || (c < 128 && Character.isLetterOrDigit(c)));
    }
}
