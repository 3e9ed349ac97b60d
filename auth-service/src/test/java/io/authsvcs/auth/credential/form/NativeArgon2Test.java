package io.authsvcs.auth.credential.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every platform that this is built on has the library; each of its answers is the one of another implementation. */
class NativeArgon2Test {
    private static final int HASH_BYTES = 32;
    private static final byte[] PASSWORD = "p\u00e4ssword".getBytes(UTF_8);
    private static final Octets SALT = octets(16);
    private static final List<Integer> KINDS =
            List.of(Argon2Parameters.ARGON2_d, Argon2Parameters.ARGON2_i, Argon2Parameters.ARGON2_id);
    private static final List<Integer> VERSIONS =
            List.of(Argon2Parameters.ARGON2_VERSION_10, Argon2Parameters.ARGON2_VERSION_13);

    private final NativeArgon2 library = NativeArgon2.find().orElseThrow();
    private final Scratch scratch = new Scratch(0);

    static Stream<Argon2> functions() {
        return KINDS.stream()
                .flatMap(kind -> VERSIONS.stream()
                        .flatMap(version ->
                                Stream.of(new Argon2(kind, version, 8, 1, 1), new Argon2(kind, version, 1_000, 3, 1))));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void itsAnswerIsThatOfJava(Argon2 function) {
        IntStream.of(0, 1, 72, 73, 1_024).mapToObj("p"::repeat).forEach(text -> {
            byte[] password = text.getBytes(UTF_8);

            assertThat(library.derive(function, password, SALT, HASH_BYTES))
                    .isEqualTo(function.deriveInJava(password, SALT, HASH_BYTES, scratch));
        });
    }

    @Test
    void aSaltThatTheLibraryRefusesIsWorkedAtInJava() {
        Argon2 function = ours();

        assertThat(NativeArgon2.takes(function, octets(8))).isTrue();
        assertThat(NativeArgon2.takes(function, octets(7))).isFalse();
        assertThat(function.derive(PASSWORD, octets(7), HASH_BYTES, scratch)).hasSize(HASH_BYTES);
    }

    @Test
    void lanesWouldBeThreadsAndAreWorkedAtInJava() {
        Argon2 function = new Argon2(Argon2Parameters.ARGON2_id, Argon2Parameters.ARGON2_VERSION_13, 64, 1, 2);

        assertThat(NativeArgon2.takes(function, SALT)).isFalse();
        assertThat(function.derive(PASSWORD, SALT, HASH_BYTES, scratch)).hasSize(HASH_BYTES);
    }

    @Test
    void whatTheLibraryRefusesIsNoHash() {
        assertThatThrownBy(() -> library.derive(ours(), PASSWORD, octets(7), HASH_BYTES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("libargon2 ended with its error");
    }

    private static Argon2 ours() {
        return new Argon2(Argon2Parameters.ARGON2_id, Argon2Parameters.ARGON2_VERSION_13, 64, 2, 1);
    }

    private static Octets octets(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return Octets.of(bytes);
    }
}
