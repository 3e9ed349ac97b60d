package io.authsvcs.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.Memory;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Identifier.UserName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    private final PhoneNumbers phoneNumbers = new PhoneNumbers(new IdentitySettings("US"));

    @ParameterizedTest
    @ValueSource(strings = {"cjus34@gmail.com", "a@b", "o'brien+x@example.com", "用户@例え.jp"})
    void anAddressIsAnEmail(String text) {
        assertThat(Email.parse(text)).map(Email::address).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "@b", "a@b@c", "a b@c", "a\u200b@b", "a\u0000@b", "a\u00a0b@c", "ann"})
    void whatCannotBeAnAddressIsNone(String text) {
        assertThat(Email.parse(text)).isEmpty();
    }

    @Test
    void anAddressThatOnlyItsNormalFormBreaksIsNone() {
        assertThat(Email.parse("a\uff20b@c")).as("a full-width at sign").isEmpty();
    }

    @Test
    void lettersMayBeTypedWithTheirAccentsApart() {
        assertThat(UserName.parse("z\u030cofie"))
                .isEqualTo(UserName.parse("\u017eofie"))
                .isPresent();
    }

    @Test
    void aNumberThatReadsLikeAnotherIsNone() {
        assertThat(phoneNumbers.parseInternational("49[008346", "RU")).isEmpty();
        assertThat(phoneNumbers.parse("+4908346")).map(PhoneNumber::e164).contains("+498346");
    }

    @Test
    void oneDomainIsOneHoweverItIsWritten() {
        assertThat(Email.parse("a@xn--bcher-kva.example").map(Email::key))
                .isEqualTo(Email.parse("A@B\u00dcCHER.example").map(Email::key))
                .isPresent();
    }

    @Test
    void anAddressIsAtMost254CharactersLong() {
        assertThat(Email.parse("a".repeat(252) + "@b")).isPresent();
        assertThat(Email.parse("a".repeat(253) + "@b")).isEmpty();
    }

    @Test
    void whatIsTooLongIsNeverNormalised() {
        String marks = "a" + "\u0301".repeat(32_000);

        String address = marks + "@b";

        assertThat(Memory.allocatedBy(() -> Email.parse(address))).isLessThan(10_000);
        assertThat(Memory.allocatedBy(() -> UserName.parse(marks))).isLessThan(10_000);
    }

    @Test
    void aUserNameMayBeTypedWithEveryAccentApart() {
        assertThat(UserName.parse("u\u0308\u0304".repeat(64))).isPresent();
        assertThat(UserName.parse("a".repeat(65))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8054900836",
                "+18054900836",
                "(805) 490-0836",
                "+1 805 490 0836",
                "1-805-490-0836",
                "805.490.0836"
            })
    void oneNumberHasManyNotations(String text) {
        assertThat(phoneNumbers.parse(text)).contains(new PhoneNumber("+18054900836"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "4900836", "ann@example.com", "+", "8054900836 ext. 5", "99999999999999999999"})
    void whatCannotBeDialledIsNoNumber(String text) {
        assertThat(phoneNumbers.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"carlosj", "j.smith", "a", "Zoë_9", "岡田"})
    void lettersMakeAUserName(String text) {
        assertThat(UserName.parse(text)).map(UserName::name).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123", "+123", "a@b", "a b", "-", "f419c582-c115-4456-81b2-988a79768ddb", "a/b", "a\u200bb"})
    void whatCouldBeTakenForAnotherIdentifierIsNoUserName(String text) {
        assertThat(UserName.parse(text)).isEmpty();
    }

    @Test
    void aUserIdHasOneSpellingButForCase() {
        assertThat(UserId.parse("f419c582-c115-4456-81b2-988a79768ddb"))
                .isPresent()
                .isEqualTo(UserId.parse("F419C582-C115-4456-81B2-988A79768DDB"));
        assertThat(UserId.parse("1-1-1-1-1")).isEmpty();
        assertThat(UserId.parse("0f419c582-c115-4456-81b2-88a79768ddb")).isEmpty();
        assertThat(UserId.parse("+419c582-c115-4456-81b2-988a79768ddb")).isEmpty();
        assertThat(UserId.parse("g419c582-c115-4456-81b2-988a79768ddb")).isEmpty();
    }
}
