package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.common.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreachListTest {
    private static final byte[] GOOD = TestBreachList.of("correct horse", "caf\u00e9 noir", "tr0ub4dor&3");
    /** What authctl made of the same three. */
    private static final String MADE_BY_AUTHCTL = "YXV0aGJybDEAAAAAAAAAAz9QYk3S8an8AQoAAAABMZUgqQxnGuYAAAAActOjNw==";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void knowsWhatIsInItInTheFormInWhichItIsTyped() throws IOException {
        BreachList list = list(GOOD);

        assertThat(list.contains(new Password("correct horse"))).isTrue();
        assertThat(list.contains(new Password("correct\u00a0horse"))).isTrue();
        assertThat(list.contains(new Password("cafe\u0301 noir"))).isTrue();
        assertThat(list.contains(new Password("Correct horse"))).isFalse();
    }

    @Test
    void takesHardlyAnythingElseForIt() throws IOException {
        BreachList list = list(TestBreachList.of(
                IntStream.range(0, 1_000).mapToObj(i -> "breached " + i).toArray(String[]::new)));

        assertThat(IntStream.range(0, 10_000).filter(i -> list.contains(new Password("other " + i))))
                .hasSizeLessThan(50);
    }

    @Test
    void aPasswordThatIsInItCanNotBeSet() throws IOException {
        PasswordPolicy policy = new PasswordPolicy(settings(""), list(GOOD), new Guesser());

        assertThat(policy.objection(new Password("tr0ub4dor&3"))).contains("Is known from a breach of another service");
        assertThat(policy.objection(new Password("purple monkey 9"))).isEmpty();
    }

    @Test
    void withoutOneNothingIsKnown() {
        assertThat(new BreachList(settings(" ")).contains(new Password("correct horse")))
                .isFalse();
    }

    @Test
    void readsWhatAuthctlMakes() {
        assertThat(Base64.getEncoder().encodeToString(GOOD)).isEqualTo(MADE_BY_AUTHCTL);
    }

    @Test
    void aFileThatIsNotWholeStopsTheStart() throws IOException {
        byte[] altered = GOOD.clone();
        altered[20] ^= 1;
        for (byte[] broken : new byte[][] {
            {}, {1, 2, 3}, Arrays.copyOf(GOOD, GOOD.length - 1), Arrays.copyOf(GOOD, 20), altered, new byte[64]
        }) {
            assertThatThrownBy(() -> list(broken))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageContaining("AUTH_PASSWORDS_BREACHLIST can't be read");
        }
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        for (Path other : new Path[] {folder.resolve("none"), folder}) {
            assertThatThrownBy(() -> new BreachList(settings(other.toString())))
                    .isInstanceOfSatisfying(
                            InvalidSetting.class,
                            invalid -> assertThat(invalid.cure()).contains("authctl breach-list build"))
                    .hasMessageContaining(other.toString());
        }
    }

    private BreachList list(byte[] bytes) throws IOException {
        Path file = folder.resolve("breached.bin");
        Files.write(file, bytes);
        return new BreachList(settings(file.toString()));
    }

    private static PasswordSettings settings(String breachList) {
        return new PasswordSettings(breachList, List.of());
    }
}
