package io.authsvcs.auth.credential.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.common.AwkwardTexts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hash that is accepted can be tried, and what that costs is known before. */
class HashFormFuzzTest {
    private static final Scratch SCRATCH = new Scratch(64);
    private static final Cost LITTLE = new Cost(256, 2);
    private static final byte[] PASSWORD = "purple monkey 9".getBytes(StandardCharsets.UTF_8);

    static Stream<String> hashes() {
        return Stream.of(
                        "{md5}900150983cd24fb0d6963f7d28e17f72",
                        "{SSHA}0H+zTv8o4MR4H43n03eCsvw1luG8LdB7",
                        "$2b$04$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                        "$argon2id$v=19$m=64,t=1,p=2$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                        "$scrypt$ln=4,r=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                        "$pbkdf2-sha256$10$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
                .flatMap(HashFormFuzzTest::spoilt);
    }

    private static Stream<String> spoilt(String hash) {
        return Stream.concat(
                AwkwardTexts.around(hash),
                AwkwardTexts.numbers()
                        .flatMap(text -> Stream.of(
                                hash.replaceFirst("=\\d+", "=" + Matcher.quoteReplacement(text)),
                                hash.replace("c29tZXNhbHQ", text))));
    }

    @MethodSource("hashes")
    @FuzzTest
    void aHash(@NotNull String text) {
        Optional<HashForm> form = HashForm.parse(text);

        form.ifPresent(read -> {
            assertThat(text).hasSizeLessThanOrEqualTo(HashForm.LONGEST);
            assertThat(read.cost().memoryKib()).isNotNegative();
            assertThat(read.cost().milliseconds()).isNotNegative();
        });
        form.filter(read -> read.cost().isWithin(LITTLE)).ifPresent(read -> {
            read.matches(PASSWORD, SCRATCH);
            read.matches(new byte[0], SCRATCH);
        });
    }
}
