package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import io.authsvcs.auth.TestDatabase;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Somebody with an authenticator in their hand, and their recovery codes. */
public final class TestSecondFactor {
    public static final String PATH = "/v1/auth/second-factor";

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private final String email;
    private final String userID;
    private final String token;
    private final String refreshToken;
    private final String secret;
    private final List<String> recoveryCodes;

    private TestSecondFactor(JsonNode login, String email, String secret, List<String> recoveryCodes) {
        this.email = email;
        this.userID = login.get("userID").stringValue();
        this.token = login.get("token").stringValue();
        this.refreshToken = login.get("refreshToken").stringValue();
        this.secret = secret;
        this.recoveryCodes = recoveryCodes;
    }

    /** Somebody new, in whose first session it was confirmed. */
    public static TestSecondFactor active(TestApi api) {
        String email = anEmail();
        return active(api, email, api.register(email));
    }

    public static TestSecondFactor active(TestApi api, String email, JsonNode login) {
        String token = login.get("token").stringValue();
        String secret = secret(begin(api, token).expectStatus().isCreated());
        ResponseSpec confirmed =
                confirm(api, token, code(secret, 0)).expectStatus().isOk();
        return new TestSecondFactor(login, email, secret, recoveryCodes(json(confirmed)));
    }

    public static ResponseSpec begin(TestApi api, String token) {
        return api.call(HttpMethod.POST, PATH, token, Map.of("currentPassword", PASSWORD));
    }

    public static ResponseSpec confirm(TestApi api, String token, String code) {
        return api.call(HttpMethod.POST, PATH + "/confirm", token, Map.of("code", code));
    }

    public static String secret(ResponseSpec begun) {
        return json(begun).get("secret").stringValue();
    }

    public static List<String> recoveryCodes(JsonNode answer) {
        return answer.get("recoveryCodes")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /** What an authenticator shows that has this secret, so many half minutes from now: 0 or 1, which are good by then. */
    public static String code(String secret, int later) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(BaseEncoding.base32().decode(secret), "HmacSHA1"),
                    Instant.now().plusSeconds(30L * later));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One that is not good, nor was or will be within minutes. */
    public static String wrongCode(String secret) {
        List<String> near = List.of(
                code(secret, -2), code(secret, -1), code(secret, 0), code(secret, 1), code(secret, 2), code(secret, 3));
        return near.contains("000000") ? "000001" : "000000";
    }

    public String email() {
        return email;
    }

    public String userID() {
        return userID;
    }

    /** Of the session that went on. */
    public String token() {
        return token;
    }

    public String refreshToken() {
        return refreshToken;
    }

    public String code() {
        return code(secret, 0);
    }

    /** A good one beside {@link #code}, once. */
    public String nextCode() {
        return code(secret, 1);
    }

    public String wrongCode() {
        return wrongCode(secret);
    }

    public String secret() {
        return secret;
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** As if it had been long ago that a code was spent. */
    public TestSecondFactor rested(String database) {
        TestDatabase.execute(database, "UPDATE second_factors SET last_step = 0 WHERE identity_id = '" + userID + "'");
        return this;
    }

    /** Log in by the password alone. */
    public ResponseSpec knock(TestApi api) {
        return api.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD));
    }

    public ResponseSpec login(TestApi api, String code) {
        return api.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD, "code", code));
    }

    /** A challenge of a login by the password. */
    public String challenge(TestApi api) {
        return json(knock(api).expectStatus().isUnauthorized()).get("challenge").stringValue();
    }

    public static ResponseSpec finish(TestApi api, String challenge, String code) {
        return api.post("/v1/auth/login/second-factor", Map.of("challenge", challenge, "code", code));
    }
}
