package io.authsvcs.auth.contract.slide;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.common.AwkwardTexts;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What is mended of a body has nothing but misprints taken away. */
class SlideMisprintsFuzzTest {
    static Stream<String> bodies() {
        return Stream.concat(
                AwkwardTexts.around("{\"password1:\" \"a\", \"password2:\" \"a\", }"),
                AwkwardTexts.all().map(text -> "{\"password1:\" \"" + text + "\",}"));
    }

    @MethodSource("bodies")
    @FuzzTest
    void aBody(@NotNull String body) {
        SlideMisprints.mend(body).ifPresent(mended -> assertThat(letters(body)).isEqualTo(letters(mended)));
    }

    /** Without blanks, colons and commas. */
    private static String letters(String text) {
        return text.replaceAll("[\\s:,\"]", "");
    }
}
