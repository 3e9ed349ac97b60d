package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.auth.credential.PasswordHash.Reading;
import io.authsvcs.auth.fault.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class PasswordsTest {
    private static final Password PASSWORD = new Password("password");
    private static final PasswordHash LEGACY = new PasswordHash("{sha1}5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8");

    private final Passwords passwords = new Passwords(new HashingSettings(19456, 2, 8));

    @AfterEach
    void close() {
        passwords.destroy();
    }

    @Test
    void verifiesWhatItHashed() {
        PasswordHash hash = hash(PASSWORD);

        assertThat(passwords.verify(PASSWORD, hash).block()).isTrue();
        assertThat(passwords.verify(new Password("Password"), hash).block()).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
    }

    @Test
    void whoKnowsThePasswordGetsTheHashOfAnother() {
        Password wanted = new Password("another password");

        PasswordHash exchanged =
                passwords.exchange(PASSWORD, hash(PASSWORD), wanted).block();

        assertThat(passwords.verify(wanted, Objects.requireNonNull(exchanged)).block())
                .isTrue();
        assertThat(passwords.exchange(PASSWORD, LEGACY, wanted).block()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 1_025})
    void whoDoesNotKnowThePasswordGetsNone(int length) {
        Password wrong = new Password("p".repeat(length));

        assertThat(passwords.exchange(wrong, hash(PASSWORD), wrong).blockOptional())
                .isEmpty();
    }

    @Test
    void verifiesWhatAnotherSystemHashed() {
        assertThat(passwords.verify(PASSWORD, LEGACY).block()).isTrue();
        assertThat(passwords.verify(new Password("Password"), LEGACY).block()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{sha1}5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$argon2id$v=19$m=19456,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY",
                "$argon2i$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY",
                "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZg",
            })
    void allButWhatItMakesTodayIsOutdated(String hash) {
        assertThat(passwords.isOutdated(new PasswordHash(hash))).isTrue();
    }

    @Test
    void isOutdatedOnceTheSettingsAskForMore() {
        PasswordHash hash = hash(PASSWORD);
        Passwords stronger = new Passwords(new HashingSettings(19456, 3, 8));

        assertThat(stronger.isOutdated(hash)).isTrue();
        assertThat(stronger.verify(PASSWORD, hash).block()).isTrue();
        stronger.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$argon2id$v=19$m=1048577,t=1,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=999999999,t=999999999,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$scrypt$ln=30,r=1024,p=1024$wlhLyXmP8b53bm1NKYVQqg$mTpvG8lzuuDk+DWz8HZIB6Vum6erDuUm0As5yU+VxWA",
                "$pbkdf2-sha256$999999999$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ",
            })
    void aHashThatWouldTieUpAnInstanceIsRefused(String text) {
        assertThat(PasswordHash.parse(text))
                .isEqualTo(new Reading.Refused("Takes more memory or time than a login may"));
    }

    @Test
    void aHashOfNoKnownFormIsRefused() {
        assertThat(PasswordHash.parse("secret"))
                .isEqualTo(new Reading.Refused("Isn't a password hash of a form that is read here"));
    }

    @Test
    void aHashThatCanBeTriedIsReadable() {
        assertThat(PasswordHash.parse(LEGACY.text())).isEqualTo(new Reading.Accepted(LEGACY));
    }

    @Test
    void aStoredHashThatNoFormFitsIsADefectAndNoWrongPassword() {
        assertThatThrownBy(() ->
                        passwords.verify(PASSWORD, new PasswordHash("$next$1")).block())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("$next$1");
    }

    @Test
    void whoeverHasTimeWaitsForRoomWhereOthersAreRefused() {
        Passwords narrow = new Passwords(new HashingSettings(19456, 2, 1));
        List<Password> many = Collections.nCopies(12, PASSWORD);

        assertThatThrownBy(() -> Flux.fromIterable(many)
                        .flatMap(narrow::hash, many.size())
                        .blockLast())
                .isInstanceOf(Fault.class);
        assertThat(Flux.fromIterable(many)
                        .flatMap(narrow::hashPatiently, many.size())
                        .collectList()
                        .block())
                .hasSize(12);
        narrow.destroy();
    }

    private PasswordHash hash(Password password) {
        return passwords.hash(password).blockOptional().orElseThrow();
    }
}
