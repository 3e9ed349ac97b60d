package io.authsvcs.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Identifier.UserName;
import io.authsvcs.common.AwkwardTexts;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Who types what is compared by is found by it, whatever it was that they typed at first. */
class IdentifiersFuzzTest {
    private static final PhoneNumbers PHONE_NUMBERS = new PhoneNumbers(new IdentitySettings("US"));

    static Stream<String> emails() {
        return Stream.concat(
                AwkwardTexts.around("ann@example.com"),
                Stream.of(
                        "a@xn--bcher-kva.example",
                        "a@xn--xn---epa",
                        "a@xn--",
                        "a@xn--99999999999",
                        "a@xn--a-\u00fc",
                        "a@\u00df.example",
                        "a@a\u3002b"));
    }

    @MethodSource("emails")
    @FuzzTest
    void anEmail(@NotNull String text) {
        Email.parse(text).ifPresent(email -> {
            assertThat(email.address()).isEqualTo(text).hasSizeLessThanOrEqualTo(254);
            assertThat(Email.parse(email.key()).map(Email::key)).contains(email.key());
        });
    }

    static Stream<String> userNames() {
        return AwkwardTexts.around("ann.b-c_9");
    }

    @MethodSource("userNames")
    @FuzzTest
    void aUserName(@NotNull String text) {
        UserName.parse(text).ifPresent(name -> {
            assertThat(UserName.parse(name.key()).map(UserName::key)).contains(name.key());
            assertThat(UserName.parse(name.name()).map(UserName::key)).contains(name.key());
            assertThat(Email.parse(text)).isEmpty();
            assertThat(UserId.parse(text)).isEmpty();
        });
    }

    static Stream<String> userIds() {
        return Stream.concat(
                AwkwardTexts.around("0190b4c2-7d3a-7c1e-8f00-0123456789ab"),
                Stream.of(
                        "000000001-0001-0001-0001-00000000001",
                        "+1234567-1234-1234-1234-123456789012",
                        "1-1-1-1-100000000000000000000000000a"));
    }

    @MethodSource("userIds")
    @FuzzTest
    void aUserId(@NotNull String text) {
        UserId.parse(text).ifPresent(id -> assertThat(id.subject().toString()).isEqualToIgnoringCase(text));
    }

    static Stream<String> phoneNumbers() {
        return Stream.of("+27 82 111-1112", "tel:+1-805-490-0836;ext=1", "49[008346")
                .flatMap(AwkwardTexts::around);
    }

    @MethodSource("phoneNumbers")
    @FuzzTest
    void aPhoneNumber(@NotNull String text) {
        Stream.of(PHONE_NUMBERS.parse(text), PHONE_NUMBERS.parseInternational(text, "RU"))
                .flatMap(number -> number.stream())
                .forEach(number -> {
                    assertThat(number.e164()).matches("\\+\\d{2,17}");
                    assertThat(PHONE_NUMBERS.parse(number.e164())).contains(number);
                });
    }

    /** Unicode 16, section 3.13: to fold what is folded changes nothing. */
    @MethodSource("userNames")
    @FuzzTest
    void aNormalForm(@NotNull String text) {
        if (text.length() < 1_000) {
            assertThat(NormalForm.of(NormalForm.of(text))).isEqualTo(NormalForm.of(text));
        }
    }
}
