package io.authsvcs.auth.contract.edumaps;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.common.AwkwardTexts;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of the document's first call says an address and a password, each to its end. */
class EdumapsMisprintsFuzzTest {
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<String> bodies() {
        return Stream.concat(
                AwkwardTexts.around("email: a@b&password: c"),
                AwkwardTexts.all().map(text -> "email: " + text + "&password: " + text));
    }

    @MethodSource("bodies")
    @FuzzTest
    void aBody(@NotNull String body) {
        EdumapsMisprints.mend(body).map(JSON::readTree).ifPresent(mended -> {
            assertThat(mended.propertyNames()).containsExactly("email", "password");
            assertThat(body)
                    .startsWith("email:")
                    .endsWith(text(mended, "password"))
                    .contains(text(mended, "email"));
        });
    }

    private static String text(JsonNode mended, String field) {
        return mended.get(field).stringValue();
    }
}
