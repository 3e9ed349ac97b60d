package io.authsvcs.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.google.common.io.BaseEncoding;
import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.auth.api.TestSecondFactor;
import io.authsvcs.auth.oauth.TestOAuth;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecrecyTest {
    private static final String WORD = "never to be read again";

    // First: until an instance has started, nobody writes to the console.
    private final TestApi one = TestPair.one();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final Appender<ILoggingEvent> console = root.getAppender("CONSOLE");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void hearEverything() {
        lines.start();
        root.detachAppender(console);
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void hearTheUsual() {
        root.setLevel(usual);
        root.detachAppender(lines);
        root.addAppender(console);
    }

    @Test
    void aTokenIsNeitherInTheDatabaseNorInALog() {
        TestPartners partners = new TestPartners(one);
        JsonNode created = TestApi.json(partners.postOnce("", "gateway:s1", Map.of("name", TestPartners.aName())));
        JsonNode rotated = TestApi.json(partners.post(created, "rotate", Map.of("overlap", 600)));
        for (JsonNode partner : List.of(created, rotated)) {
            assertThat(new TestOAuth(TestPair.other()).admits(token(partner))).isTrue();
        }

        String dump = TestDatabase.dump(TestPair.DATABASE);

        assertThat(dump).contains(created.get("id").stringValue(), "create-partner");
        assertThat(Stream.of(created, rotated).flatMap(SecrecyTest::spellings)).noneMatch(dump::contains);
        assertThat(logged()).hasSizeGreaterThan(100);
        assertThat(logged())
                .noneMatch(line -> Stream.of(created, rotated)
                        .anyMatch(partner -> line.contains(token(partner).substring(21))));
    }

    @Test
    void whatAUserSendsAndGetsIsInNoLog() {
        String email = TestApi.anEmail();
        JsonNode registered =
                TestApi.json(one.post("/v1/auth/register", bytes(Map.of("email", email, "password", WORD))));
        JsonNode login = TestApi.json(one.post("/v1/auth/login", bytes(Map.of("email", email, "password", WORD))));
        JsonNode refreshed = TestApi.json(one.post(
                "/v1/auth/refresh",
                bytes(Map.of("refreshToken", login.get("refreshToken").stringValue()))));
        one.validate(token(refreshed));

        List<String> secrets = Stream.concat(
                        Stream.of(WORD),
                        Stream.of(registered, login, refreshed)
                                .flatMap(answer -> Stream.of(
                                        token(answer),
                                        answer.get("refreshToken").stringValue())))
                .toList();
        assertThat(logged()).noneMatch(line -> secrets.stream().anyMatch(line::contains));
    }

    @Test
    void aSecondFactorIsNeitherInTheDatabaseNorInALog() {
        TestSecondFactor ann = TestSecondFactor.active(one);
        String challenge = ann.challenge(one);
        String code = ann.recoveryCodes().getFirst();
        one.post("/v1/auth/login/second-factor", bytes(Map.of("challenge", challenge, "code", code)))
                .expectStatus()
                .isOk();

        List<String> secrets = Stream.concat(
                        Stream.of(ann.secret(), challenge),
                        ann.recoveryCodes().stream().flatMap(each -> Stream.of(each, each.replace("-", ""))))
                .toList();
        String dump = TestDatabase.dump(TestPair.DATABASE);
        assertThat(dump).contains("confirm-second-factor", "use-recovery-code");
        assertThat(secrets).noneMatch(dump::contains);
        assertThat(dump)
                .doesNotContain(HexFormat.of().formatHex(BaseEncoding.base32().decode(ann.secret())));
        assertThat(logged()).noneMatch(line -> secrets.stream().anyMatch(line::contains));
    }

    /** The instances go on logging meanwhile; an appender appends under its own lock. */
    private List<String> logged() {
        synchronized (lines) {
            return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        }
    }

    /** As bytes, which the client of this test doesn't log, as it would a map. */
    private static byte[] bytes(Map<String, String> body) {
        return new JsonMapper().writeValueAsBytes(body);
    }

    /** The secret half, as it was answered and as bytes in each way that a dump would show them. */
    private static Stream<String> spellings(JsonNode partner) {
        String secret = token(partner).substring(21);
        byte[] bytes = Base64.getUrlDecoder().decode(secret);
        return Stream.of(
                secret,
                Base64.getEncoder().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String token(JsonNode partner) {
        return partner.get("token").stringValue();
    }
}
