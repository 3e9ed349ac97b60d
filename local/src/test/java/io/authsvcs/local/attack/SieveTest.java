package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.report.Figure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SieveTest {
    private static final String SECRET = "purple monkey dishwasher";
    /** More than is read at once. */
    private static final int PART = 1 << 16;

    private final Vault vault = new Vault();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 13, PART - 24, PART - 12, PART - 1, PART, PART + 1, 3 * PART})
    void aWordIsFoundWhereverItStands(int before) throws IOException {
        String text = "x".repeat(before) + SECRET + "y";

        assertThat(new Sieve(List.of(SECRET)).found(new ByteArrayInputStream(text.getBytes(UTF_8))))
                .containsOnlyKeys(SECRET);
    }

    @Test
    void wordsOfOneBeginningAreToldApart() throws IOException {
        List<String> words = IntStream.range(0, 1_000)
                .mapToObj(number -> "the same beginning " + (1_000 + number))
                .toList();

        assertThat(new Sieve(words).found(new ByteArrayInputStream("a the same beginning 1234 b".getBytes(UTF_8))))
                .containsOnlyKeys("the same beginning 1234");
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        assertThat(new Sieve(List.of(SECRET))
                        .found(new ByteArrayInputStream("purple monkey dishwashe".getBytes(UTF_8))))
                .isEmpty();
    }

    @Test
    void aSecretIsALeakInEverySpelling() {
        vault.keep(SECRET);
        Stream.of(
                        SECRET,
                        HexFormat.of().formatHex(SECRET.getBytes(UTF_8)),
                        Base64.getEncoder().encodeToString(("auth-svcs:" + SECRET).getBytes(UTF_8)))
                .forEach(spelling -> assertThat(leaks("INFO it is " + spelling).isKept())
                        .as(spelling)
                        .isFalse());
    }

    @Test
    void aLeakIsToldWithoutTheSecret() {
        vault.keep(SECRET);

        assertThat(leaks("INFO the password is " + SECRET).fact())
                .contains("INFO the password is")
                .doesNotContain(SECRET);
    }

    @Test
    void anyTokenOfOursIsALeakWhereOneIsKnown() {
        vault.keep("eyJraWQiOiIxIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl");

        assertThat(leaks("token=eyJraWQiOiIxIn0.eyJzdWIiOiIyIn0.b3RoZXI").isKept())
                .isFalse();
    }

    @Test
    void whereNothingWasSearchedNothingIsShown() {
        vault.keep(SECRET);

        assertThat(Leaks.of(vault).figure("nothing").isKept()).isFalse();
        assertThat(leaks("").isKept()).isFalse();
        assertThat(leaks("all is well").isKept()).isTrue();
    }

    @Test
    void filesAreSearched(@TempDir Path folder) throws IOException {
        vault.keep(SECRET);
        Path log = Files.writeString(folder.resolve("auth-1.log"), "a\nb " + SECRET + "\n");
        Leaks leaks = Leaks.of(vault);
        leaks.search(log);

        assertThat(leaks.figure("logs").isKept()).isFalse();
        assertThat(leaks.figure("logs").fact()).contains("auth-1.log, after \"b\"");
    }

    private Figure leaks(String text) {
        Leaks leaks = Leaks.of(vault);
        leaks.search("log", text);
        return leaks.figure("logs");
    }
}
