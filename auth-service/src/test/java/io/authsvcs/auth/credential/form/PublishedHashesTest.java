package io.authsvcs.auth.credential.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords and hashes as others have published them, each list with its source. */
class PublishedHashesTest {
    private static final Scratch SCRATCH = new Scratch(64);

    // passlib 1.7.4, tests/test_handlers.py, known_correct_hashes of ldap_*; the hexadecimal ones are RFC 1321 §A.5 and
    // FIPS 180 "abc".
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "abc {md5}900150983cd24fb0d6963f7d28e17f72",
                "abc {sha1}a9993e364706816aba3e25717850c26c9cd0d89d",
                "abc {SHA1}A9993E364706816ABA3E25717850C26C9CD0D89D",
                "abc {sha256}ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "helloworld {MD5}/F4DjTilcDIIVEHn/nAQsA==",
                "táБℓə {MD5}BUc/ihn2aBXnN7MyZKDQsA==",
                "helloworld {SHA}at+xg6SiyUovktq1redipHiJpaE=",
                "testing1234 {SMD5}UjFY34os/pnZQ3oQOzjqGu4yeXE=",
                "táБℓə {SMD5}Z0ioJ58LlzUeRxm3K6JPGAvBGIM=",
                "test {SMD5}FbAkzOMOxRbMp6Nn4hnZuel9j9Gas7a2lvI+x5hT6j0=",
                "secret {SSHA}0H+zTv8o4MR4H43n03eCsvw1luG8LdB7",
                "test {ssha}/ZMF5KymNM+uEOjW+9STKlfCFj51bg3BmBNCiPHeW2ttbU0=",
                "password {SSHA256}x1tymSTVjozxQ2PtT46ysrzhZxbcskK0o2f8hEFx7fAQQmhtDSEkJA==",
                "letmèïn {SSHA256}km7UjUTBZN8a+gf1ND2/qn15N7LsO/jmGYJXvyTfJKAbI0RoLWWslQ==",
                "toomanysecrets"
                        + " {SSHA512}wExp4xjiCHS0zidJDC4UJq9EEeIebAQPJ1PWSwfhxWjfutI9XiiKuHm2AE41cEFfK+8HyI8bh+ztbczUGsvVFIgICWWPt7qu",
            })
    void digests(String password, String hash) {
        isOnlyBehind(password, hash);
    }

    // passlib 1.7.4, tests/test_handlers_bcrypt.py: from John the Ripper 1.7.9 and crypt_blowfish 1.2.
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "U*U*U*U* $2a$05$c92SVSfjeiCD6F2nAD6y0uBpJDjdRkt0EgeC4/31Rf2LUZbDRDE.O",
                "*U*U*U*U $2a$05$.WRrXibc1zPgIdRXYfv.4uu6TD1KWf0VnHzq/0imhUhuxSxCyeBs2",
                "'' $2a$05$Otz9agnajgrAe0.kFVF9V.tzaStZ2s1s4ZWi/LY4sw2k/MTVFj/IO",
                "U*U $2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "ё $2y$05$6bNw2HLQYeqHYyBfLMsv/OUcZd0LKP39b87nBw3.S2tVZSqiQX6eu",
            })
    void bcrypt(String password, String hash) {
        isOnlyBehind(password, hash);
    }

    // phc-winner-argon2, src/test.c; passlib 1.7.4, tests/test_handlers_argon2.py.
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "password $argon2i$v=19$m=256,t=2,p=2$c29tZXNhbHQ$T/XOJ2mh1/TIpJHfCdQan76Q5esCFVoT5MAeIM1Oq2E",
                "password $argon2i$m=256,t=2,p=2$c29tZXNhbHQ$tsEVYKap1h6scGt5ovl9aLRGOqOth+AMB+KwHpDFZPs",
                "password $argon2i$v=19$m=380,t=2,p=2$c29tZXNhbHQ$SrssP8n7m/12VWPM8dvNrw",
                "táБℓə $argon2i$v=19$m=512,t=2,p=2$1sV0O4PWLtc12Ypv1f7oGw$z+yqzlKtrq3SaNfXDfIDnQ",
                "password $argon2d$v=19$m=65536,t=2,p=4$c29tZXNhbHQ$cZn5d+rFh+ZfuRhm2iGUGgcrW5YLeM6q7L3vBsdmFA0",
            })
    void argon2(String password, String hash) {
        isOnlyBehind(password, hash);
    }

    // passlib 1.7.4, tests/test_handlers_scrypt.py; the first three are RFC 7914 §12.
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "'' $scrypt$ln=4,r=1,p=1$$d9ZXYjhleyA7GcpCwYoEl/FrSETjB0ro39/6P+3iFEI",
                "password $scrypt$ln=10,r=8,p=16$TmFDbA$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI",
                "pleaseletmein $scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI",
                "test $scrypt$ln=8,r=8,p=1$wlhLyXmP8b53bm1NKYVQqg$mTpvG8lzuuDk+DWz8HZIB6Vum6erDuUm0As5yU+VxWA",
                "táБℓə $scrypt$ln=7,r=8,p=1$jjGmtDamdA4BQAjBeA9BSA$OiWRHhQtpDx7M/793x6UXK14AD512jg/qNm/hkWZG4M",
                "nacl $scrypt$ln=1,r=4,p=2$yhnD+J+Tci4lZCwFgHCuVQ$fAsEWmxSHuC0cHKMwKVFPzrQukgvK09Sj+NueTSxKds",
            })
    void scrypt(String password, String hash) {
        isOnlyBehind(password, hash);
    }

    // passlib 1.7.4, tests/test_handlers_pbkdf2.py; the second is RFC 6070 §2, the last RFC 7914 §11, as PHC strings.
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $pbkdf2$1212$OB.dtnSEXZK8U5cgxU/GYQ$y5LKPOplRmok7CZp/aqVDVg8zGI",
                "password $pbkdf2-sha1$i=4096$c2FsdA$SwB5AbdlSJq+rUnZJvch0GWkKcE",
                "password $pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ",
                "Ιωαννης $pbkdf2-sha256$1212$3SABFJGDtyhrQMVt1uABPw$WyaUoqCLgvz97s523nF4iuOqZNbp5Nt8do/cuaa7AiI",
                "password $pbkdf2-sha512$1212$RHY0Fr3IDMSVO/RSZyb5ow"
                        + "$eNLfBK.eVozomMr.1gYa17k9B7KIK25NOEshvhrSX.esqY3s.FvWZViXz4KoLlQI.BzY/YTNJOiKc5gBYFYGww",
                "passwd $pbkdf2-sha256$i=1,l=32$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw",
            })
    void pbkdf2(String password, String hash) {
        isOnlyBehind(password, hash);
    }

    private static void isOnlyBehind(String password, String hash) {
        HashForm form = HashForm.parse(hash).orElseThrow();

        assertThat(form.matches(password.getBytes(StandardCharsets.UTF_8), SCRATCH))
                .isTrue();
        assertThat(form.matches((password + ".").getBytes(StandardCharsets.UTF_8), SCRATCH))
                .isFalse();
    }
}
