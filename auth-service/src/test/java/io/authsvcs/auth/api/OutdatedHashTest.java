package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.PasswordHash;
import io.authsvcs.auth.identity.Subject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes of {@link TestApi#PASSWORD}, as other systems (here Python's passlib and hashlib) left them. */
class OutdatedHashTest {
    private static final String SHA1 = "{sha1}02ff1966259faa11457482f120db2a937120ef68";

    private final TestApi api = TestPair.one();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{md5}945298cfea10c29313f8a3733c879b16",
                SHA1,
                "{SSHA256}TLJzxgjk3eXvR2KHwg0oP8yik1vV9iRWoU4tJ0DLlWHCmJPy3tvbew==",
                "$scrypt$ln=8,r=8,p=1$OwdgLGWs9d57bw0hBIAQIg$Ag807dbgJrke6e3zUrbEK+uKuHfonii+13ntEASyj6o",
                "$pbkdf2-sha512$1000$CoHQ.v.fs5YyRsjZG4NQqg"
                        + "$KyEKrbuLYq9qHlST1iceV07IVvjxGSedeS3Ddr21voNU8pXx80pqObDfah3H7QNV9.tI/FHzzs7AbrO8TM59yw",
                "$2b$04$JuMB1Q3fsXhhCXQKh9u62eY6/5MWa4Mi3QQXdw31HvwPfX2vwedUe",
            })
    void theFirstLoginReplacesAnOutdatedHash(String outdated) {
        String email = anEmail();
        String user = registered(email, outdated);

        String token = api.login(email).get("token").stringValue();

        assertThat(hashOf(user)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(versionOf(user)).as("nothing dies of it").isEqualTo("0");
        assertThat(TestPair.other().validate(token).get("isValid").booleanValue())
                .isTrue();
        TestPair.other().login(email);
    }

    @Test
    void aWrongPasswordLeavesAnOutdatedHashAsItIs() {
        String email = anEmail();
        String user = registered(email, SHA1);

        api.post("/v1/auth/login", Map.of("email", email, "password", "purple monkey 8"))
                .expectStatus()
                .isUnauthorized();

        assertThat(hashOf(user)).isEqualTo(SHA1);
    }

    @Test
    void whoeverProvedTheirPasswordGetsInEvenWhereItsNewHashCantBeWritten() {
        String email = anEmail();
        String user = registered(email, SHA1);
        TestDatabase.execute(TestPair.DATABASE, """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE 'read only' USING ERRCODE = 'read_only_sql_transaction'; END $$
                """);
        TestDatabase.execute(
                TestPair.DATABASE,
                "CREATE TRIGGER refuse BEFORE UPDATE ON credentials FOR EACH ROW WHEN (NEW.identity_id = '" + user
                        + "') EXECUTE FUNCTION refuse()");

        api.login(email);
        assertThat(hashOf(user)).isEqualTo(SHA1);

        TestDatabase.execute(TestPair.DATABASE, "DROP TRIGGER refuse ON credentials");
        api.login(email);
        assertThat(hashOf(user)).startsWith("$argon2id$");
    }

    @Test
    void aPasswordThatWasChangedMeanwhileStaysChanged() {
        String user = registered(anEmail(), SHA1);
        PasswordHash stale = new PasswordHash("{sha1}0000000000000000000000000000000000000000");

        TestPair.ONE
                .bean(Credentials.class)
                .renew(new Subject(UUID.fromString(user)), stale, new PasswordHash("$argon2id$"))
                .block();

        assertThat(hashOf(user)).isEqualTo(SHA1);
    }

    private String registered(String email, String hash) {
        String user = api.register(email).get("userID").stringValue();
        TestDatabase.execute(
                TestPair.DATABASE,
                "UPDATE credentials SET password_hash = '" + hash + "' WHERE identity_id = '" + user + "'");
        return user;
    }

    private static String hashOf(String user) {
        return TestDatabase.ask(
                TestPair.DATABASE, "SELECT password_hash FROM credentials WHERE identity_id = '" + user + "'");
    }

    private static String versionOf(String user) {
        return TestDatabase.ask(
                TestPair.DATABASE, "SELECT version FROM credentials WHERE identity_id = '" + user + "'");
    }
}
