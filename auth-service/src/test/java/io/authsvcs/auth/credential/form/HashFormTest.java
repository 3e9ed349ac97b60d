package io.authsvcs.auth.credential.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;

class HashFormTest {
    private static final Scratch SCRATCH = new Scratch(64);

    private static final Cost LITTLE = new Cost(4096, 20);
    private static final List<String> SOUND = List.of(
            "{md5}900150983cd24fb0d6963f7d28e17f72",
            "{SSHA}0H+zTv8o4MR4H43n03eCsvw1luG8LdB7",
            "$2a$04$R1lJ2gkNaoPGdafE.H.16.1MKHPvmKwryeulRe225LKProWYwt9Oi",
            "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
            "$scrypt$ln=8,r=8,p=1$wlhLyXmP8b53bm1NKYVQqg$mTpvG8lzuuDk+DWz8HZIB6Vum6erDuUm0As5yU+VxWA",
            "$pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ");

    private final Random random = new Random(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "{",
                "{}",
                "{md5}",
                "{md5}900150983cd24fb0d6963f7d28e17f7",
                "{md5}900150983cd24fb0d6963f7d28e17f7g",
                "{md4}900150983cd24fb0d6963f7d28e17f72",
                "{ssha}at+xg6SiyUovktq1redipHiJpaE=",
                "{ssha}====",
                "{bcrypt}$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "900150983cd24fb0d6963f7d28e17f72",
                "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$5$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$32$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe",
                "$argon2qq$v=19$t=2,p=4$c29tZXNhbHQAAAAAAAAAAA$QWLzI4TY9HkL2ZTLc8g6SinwdhZewYrzz9zxCo0bkGY",
                "$argon2i$v=19$t=2,p=4$c29tZXNhbHQAAAAAAAAAAA$QWLzI4TY9HkL2ZTLc8g6SinwdhZewYrzz9zxCo0bkGY",
                "$argon2i$v=19$m=65536,t=8589934592,p=4$c29tZXNhbHQ$QWLzI4TY9HkL2ZTLc8g6SinwdhZewYrzz9zxCo0bkGY",
                "$argon2i$v=19$m=65536,t=2,p=4,q=5$c29tZXNhbHQ$QWLzI4TY9HkL2ZTLc8g6SinwdhZewYrzz9zxCo0bkGY",
                "$argon2i$v=19$m=127,t=2,p=16$c29tZXNhbHQ$IMit9qkFULCMA/ViizL57cnTLOa5DiVM9eMwpAvPwr4",
                "$argon2i$v=20$m=256,t=2,p=1$c29tZXNhbHQ$IMit9qkFULCMA/ViizL57cnTLOa5DiVM9eMwpAvPwr4",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$AA",
                "$scrypt$ln=10,r=1$wvif8/4fg1Cq9V7L2dv73w$bJcLia1lyfQ1X2x0xflehwVXPzWIUQWWdnlGwfVzBeQ",
                "$scrypt$ln=0,r=1,p=1$wvif8/4fg1Cq9V7L2dv73w$bJcLia1lyfQ1X2x0xflehwVXPzWIUQWWdnlGwfVzBeQ",
                "$scrypt$ln=10,r=A,p=1$wvif8/4fg1Cq9V7L2dv73w$bJcLia1lyfQ1X2x0xflehwVXPzWIUQWWdnlGwfVzBeQ",
                "$scrypt$ln=10,r=134217728,p=8$wvif8/4fg1Cq9V7L2dv73w$bJcLia1lyfQ1X2x0xflehwVXPzWIUQWWdnlGwfVzBeQ",
                "$scrypt$ln=16,r=1,p=1$wvif8/4fg1Cq9V7L2dv73w$bJcLia1lyfQ1X2x0xflehwVXPzWIUQWWdnlGwfVzBeQ",
                "$pbkdf2$01212$THDqatpidANpadlLeTeOEg$HV3oi1k5C5LQCgG1BMOL.BX4YZc",
                "$pbkdf2$$THDqatpidANpadlLeTeOEg$HV3oi1k5C5LQCgG1BMOL.BX4YZc",
                "$pbkdf2$1212$THDqatpidANpadlLeTeOEg$HV3oi1k5C5LQCgG1BMOL.BX4YZc$",
                "$pbkdf2-sha256$i=1,l=20$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
                "$pbkdf2-md5$1212$THDqatpidANpadlLeTeOEg$HV3oi1k5C5LQCgG1BMOL.BX4YZc",
            })
    void whatIsMalformedIsOfNoForm(String text) {
        assertThat(HashForm.parse(text)).isEmpty();
    }

    @Test
    void whatIsTooLongIsOfNoForm() {
        assertThat(HashForm.parse(SOUND.getLast() + "A".repeat(HashForm.LONGEST)))
                .isEmpty();
    }

    @Test
    void nothingThatIsNearlyAHashEverThrows() {
        byte[] password = "password".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            String text = mutated(SOUND.get(i % SOUND.size()));
            assertThatCode(() -> HashForm.parse(text)
                            .filter(form -> form.cost().isWithin(LITTLE))
                            .ifPresent(form -> form.matches(password, SCRATCH)))
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    private String mutated(String text) {
        int at = random.nextInt(text.length());
        String inserted = String.valueOf("$=,0123456789aAzZ+/.{}".charAt(random.nextInt(22)));
        return text.substring(0, at) + inserted + text.substring(Math.min(text.length(), at + random.nextInt(3)));
    }

    @ParameterizedTest
    @MethodSource("makers")
    void aHashMadeByAnotherLibraryIsVerifiedAndAnotherPasswordIsNot(Function<String, String> maker) {
        for (int i = 0; i < 10; i++) {
            String password = randomPassword();
            HashForm form = HashForm.parse(maker.apply(password)).orElseThrow();

            assertThat(form.matches(password.getBytes(StandardCharsets.UTF_8), SCRATCH))
                    .isTrue();
            assertThat(form.matches(randomPassword().getBytes(StandardCharsets.UTF_8), SCRATCH))
                    .isFalse();
        }
    }

    static Stream<Function<String, String>> makers() {
        return Stream.of(
                password -> encoded(new BCryptPasswordEncoder(BCryptVersion.$2A, 4).encode(password)),
                password -> encoded(new BCryptPasswordEncoder(BCryptVersion.$2B, 4).encode(password)),
                password -> encoded(new BCryptPasswordEncoder(BCryptVersion.$2Y, 4).encode(password)),
                password -> encoded(new Argon2PasswordEncoder(16, 32, 1, 64, 2).encode(password)),
                password -> pbkdf2("sha1", "PBKDF2WithHmacSHA1", password),
                password -> pbkdf2("sha256", "PBKDF2WithHmacSHA256", password),
                password -> pbkdf2("sha512", "PBKDF2WithHmacSHA512", password),
                password -> salted("{smd5}", "MD5", password),
                password -> salted("{ssha}", "SHA-1", password),
                password -> salted("{ssha256}", "SHA-256", password));
    }

    private String randomPassword() {
        return random.ints(1 + random.nextInt(20), ' ', 0x24F)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String encoded(@Nullable String hash) {
        return Objects.requireNonNull(hash);
    }

    private static String pbkdf2(String name, String algorithm, String password) {
        try {
            byte[] salt = "a grain of salt".getBytes(StandardCharsets.UTF_8);
            byte[] hash = SecretKeyFactory.getInstance(algorithm)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 50, 256))
                    .getEncoded();
            return "$pbkdf2-" + name + "$i=50$" + base64(salt) + "$" + base64(hash);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String salted(String scheme, String algorithm, String password) {
        try {
            byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(password.getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            octets.writeBytes(digest.digest(salt));
            octets.writeBytes(salt);
            return scheme + base64(octets.toByteArray());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().withoutPadding().encodeToString(octets);
    }
}
