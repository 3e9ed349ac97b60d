package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.common.AwkwardTexts;
import io.authsvcs.common.InvalidSetting;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** An address of a database is whole, or the start ends with a sentence. */
class DatabaseUrlFuzzTest {
    static Stream<String> urls() {
        return Stream.concat(
                Stream.of(
                                "postgresql://a:b@h:5432/d",
                                "postgres://a%40x:p%2Fw+1@h/d?sslmode=verify-full&sslrootcert=/ca.pem")
                        .flatMap(AwkwardTexts::around),
                AwkwardTexts.all()
                        .flatMap(text -> Stream.of(
                                "postgresql://" + text + ":b@h/d",
                                "postgresql://a:" + text + "@h/d",
                                "postgresql://a:b@" + text + "/d",
                                "postgresql://a:b@h:" + text + "/d",
                                "postgresql://a:b@h/" + text,
                                "postgresql://a:b@h/d?" + text)));
    }

    @MethodSource("urls")
    @FuzzTest
    void anAddress(@NotNull String url) {
        DatabaseUrl address;
        try {
            address = new DatabaseUrl("DATABASE_URL", url);
        } catch (InvalidSetting refused) {
            assertThat(refused.getMessage()).contains("DATABASE_URL");
            return;
        }

        assertThat(address.host()).isNotEmpty();
        assertThat(address.port()).isBetween(1, 65_535);
        assertThat(address.database()).isNotEmpty();
        assertThat(url).contains("@");
        assertThat(address.user().length() + address.password().length()).isLessThan(url.length());
        assertThat(address.jdbcUrl()).startsWith("jdbc:postgresql://");
        address.tls().ifPresent(tls -> assertThat(url).contains("sslmode"));
        assertThat(address.toString()).isNotEmpty();
    }
}
