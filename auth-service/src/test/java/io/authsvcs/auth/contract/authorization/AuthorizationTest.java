package io.authsvcs.auth.contract.authorization;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.common.HeaderNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class AuthorizationTest {
    private static final String ROOT = "/api/authorization";
    private static final String OTHER_PASSWORD = "orange giraffe 7";
    private static final String WRONG = "Email address or password is wrong.";
    private static final String NOT_OUT = "User is not authorized to logout.";
    private static final String NO_PASSWORD = "User is not authorized to update password.";

    private final TestApi one = TestPair.one();
    private final TestApi other = TestPair.other();
    private final String email = anEmail();

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\"", "\"True\"", "\"TRUE\"", "\"1\""})
    void aPersistentLoginOutlivesTheBrowser(String isPersistent) {
        one.register(email);

        assertThat(setCookie(logIn(",\"isPersistent\":" + isPersistent)))
                .matches("auth_session=[\\w-]{64}; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"isPersistent\":false",
                ",\"isPersistent\":null",
                ",\"isPersistent\":\"\"",
                ",\"isPersistent\":\"false\"",
                ",\"isPersistent\":\"False\"",
                ",\"isPersistent\":\"0\""
            })
    void anyOtherLoginEndsWithTheBrowser(String isPersistent) {
        one.register(email);

        assertThat(setCookie(logIn(isPersistent)))
                .matches("auth_session=[\\w-]{64}; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | Email address can't be null or empty.\", \"Password can't be null or empty.\", \"" + WRONG,
                "{\"email\":\"\",\"password\":null} | Email address can't be null or empty.\", \"Password can't be null or empty.\", \""
                        + WRONG,
                "{\"password\":\"x\"} | Email address can't be null or empty.\", \"" + WRONG,
                "{\"email\":\"a@b\"} | Password can't be null or empty.\", \"" + WRONG,
                "{\"email\":5,\"password\":[]} | Email address must be a string.\", \"Password must be a string.\", \""
                        + WRONG,
                "{\"email\":\"a@b\",\"password\":\"x\",\"isPersistent\":1} | Is persistent must be true or false.",
                "{\"email\":\"a@b\",\"password\":\"x\",\"isPersistent\":\"yes\"} | Is persistent must be true or false.",
            })
    void whatIsWrongWithALoginIsToldInTheDocumentsOrder(String body, String sentences) {
        assertRefused(post("/login", body), 422, sentences);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"email\":\"nobody\",\"password\":\"x\"}",
                "{\"email\":\" \",\"password\":\"x\"}",
                "{\"email\":\"nobody@example.com\",\"password\":\"" + PASSWORD + "\"}"
            })
    void whoIsNobodyReadsWhatAnybodyReads(String body) {
        post("/login", body).expectHeader().valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Bearer .*");
        assertRefused(post("/login", body), 401, WRONG);
    }

    @ParameterizedTest
    @CsvSource({"pending, user user is inactive.", "disabled, user user is inactive.", "deleted, user has been deleted."
    })
    void onlyTheRightPasswordTellsOfASomebodyInactive(String status, String sentence) {
        one.register(email);
        inDatabase("UPDATE identities SET status = '" + status + "' WHERE email = '" + email + "'");

        assertRefused(post("/login", body(email, PASSWORD, "")), 401, email + " " + sentence);
        assertRefused(post("/login", body(email, "wrong", "")), 401, WRONG);
    }

    @Test
    void whoLogsInIsShownWithTheirKeyWhichLetsNobodyIn() {
        String key = signUp("Amir van der Movahedi").get("key").stringValue();
        inDatabase("UPDATE identities SET attributes = '{\"tagLine\":\"Think positively\"}' WHERE email = '" + email
                + "'");

        JsonNode user = json(logIn(""));

        assertThat(user.toString())
                .isEqualTo("{\"email\":\"" + email + "\",\"fullName\":\"Amir van der Movahedi\","
                        + "\"tagLine\":\"Think positively\",\"key\":\"" + key + "\"}");
        assertThat(one.validate(key).get("isValid").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Amir Movahedi | Amir | Movahedi",
                "'Amir  van der  Movahedi' | 'Amir  van der' | Movahedi",
                "' Amir ' | Amir | -",
            })
    void theLastWordOfAFullNameIsTheLastName(String fullName, String first, String last) {
        signUp(fullName);
        JsonNode me = json(one.raw()
                .get()
                .uri("/v1/auth/me")
                .header(HttpHeaders.COOKIE, cookie())
                .exchange());

        assertThat(me.path("firstName").asString()).isEqualTo(first);
        assertThat(me.path("lastName").asString("")).isEqualTo(Objects.requireNonNullElse(last, ""));
    }

    @Test
    void signingUpSignsNobodyIn() {
        ResponseSpec answer = post("/signup", newcomer(email, "Amir", PASSWORD, PASSWORD));

        answer.expectStatus().isOk().expectHeader().doesNotExist(HttpHeaders.SET_COOKIE);
        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT count(*) FROM sessions s JOIN identities i ON i.id = s.identity_id WHERE email = '"
                                + email + "'"))
                .isEqualTo("0");
    }

    @Test
    void anAddressThatIsTakenIsToldSoInAnySpelling() {
        one.register(email);

        assertRefused(
                post("/signup", newcomer(email.toUpperCase(Locale.ROOT), "Amir", PASSWORD, PASSWORD)),
                422,
                "Email exist.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | Full name can't be null or empty.\", \"Email can't be null or empty.\", \"Password can't be null or empty.\", \"Confirm password can't be null or empty.",
                "{\"fullName\":\" \",\"email\":\"x\",\"password\":\"short\",\"confirmPassword\":\"shorter\"} | Full name must be 1 to 200 printable characters, not only blanks.\", \"Email must be an e-mail address.\", \"Password must be 8 to 1,024 bytes long.\", \"Password and confirm password should be equal.",
                "{\"fullName\":\"A\",\"email\":\"a@b\",\"password\":\"purple monkey 9\"} | Confirm password can't be null or empty.",
                "{\"fullName\":\"A\",\"email\":\"a@b\",\"confirmPassword\":\"purple monkey 9\"} | Password can't be null or empty.",
                "{\"fullName\":\"A\",\"email\":\"a@b\",\"password\":\"password\",\"confirmPassword\":\"password\"} | Password is among the most common passwords. Add another word or two. Uncommon words are better.",
                "{\"fullName\":1,\"email\":true,\"password\":{},\"confirmPassword\":[]} | Full name must be a string.\", \"Email must be a string.\", \"Password must be a string.\", \"Confirm password must be a string.",
            })
    void whatIsWrongWithASignupIsToldInTheDocumentsOrder(String body, String sentences) {
        assertRefused(post("/signup", body), 422, sentences);
    }

    @Test
    void twoSpellingsOfOneCharacterAreOnePassword() {
        post("/signup", newcomer(email, "Amir", "caf\\u00e9 au lait", "cafe\\u0301 au lait"))
                .expectStatus()
                .isOk();
    }

    @Test
    void logoutEndsTheSessionAndTakesTheCookieBack() {
        one.register(email);
        String cookie = cookie();

        ResponseSpec answer = get(one, "/logout", cookie);

        answer.expectStatus().isOk().expectBody().isEmpty();
        answer.expectHeader()
                .valueEquals(HttpHeaders.SET_COOKIE, "auth_session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax")
                .expectHeader()
                .doesNotExist(HttpHeaders.CONTENT_TYPE);
        get(other, "", cookie).expectStatus().isUnauthorized();
        get(other, "/logout/", cookie).expectStatus().isOk();
    }

    @Test
    void theCookieMayComeAmongOthers() {
        one.register(email);

        get(one, "", "theme=dark; " + cookie() + "; language=en").expectStatus().isOk();
    }

    @Test
    void aHeadOfAGetDoesTheSame() {
        one.register(email);
        String cookie = cookie();

        head("", cookie).expectStatus().isOk();
        head("/logout", cookie).expectStatus().isOk().expectHeader().exists(HttpHeaders.SET_COOKIE);
        head("", cookie).expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aForgedCookieIsNobodys(String value) {
        String cookie = "auth_session=" + value;

        assertRefused(get(one, "/logout", cookie), 403, NOT_OUT);
        assertRefused(put(one, cookie, passwords(OTHER_PASSWORD)), 403, NO_PASSWORD);
        assertRefused(put(one, cookie, "{}"), 403, NO_PASSWORD);
        assertRefused(get(one, "", cookie), 401, "User is not authorized.");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, true",
        "Sec-Fetch-Site, same-site, true",
        "Sec-Fetch-Site, same-origin, false",
        "Sec-Fetch-Site, none, false",
        "Origin, https://elsewhere.example, true",
        "Origin, null, true",
        "X-Nothing, at all, false",
    })
    void aPageOfAnotherSiteNeitherLogsOutNorChangesThePassword(String header, String value, boolean refused) {
        one.register(email);
        String cookie = cookie();

        ResponseSpec put = request(one, HttpMethod.PUT, "/password", cookie)
                .header(header, value)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange();
        ResponseSpec out = request(one, HttpMethod.GET, "/logout", cookie)
                .header(header, value)
                .exchange();

        put.expectStatus().isEqualTo(refused ? 403 : 422);
        out.expectStatus().isEqualTo(refused ? 403 : 200);
        get(other, "", cookie).expectStatus().isEqualTo(refused ? 200 : 401);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://elsewhere.example, 403",
        "X-Nothing, at all, 200",
    })
    void aPageOfAnotherSiteLogsNobodyIn(String header, String value, int status) {
        one.register(email);

        ResponseSpec login = one.raw()
                .post()
                .uri(ROOT + "/login")
                .header(header, value)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("email=" + email + "&password=" + PASSWORD.replace(' ', '+'))
                .exchange();

        if (status == 403) {
            login.expectHeader().doesNotExist(HttpHeaders.SET_COOKIE);
            assertRefused(login, status, "A page of another site can't do this");
        } else {
            login.expectStatus().isEqualTo(status).expectHeader().exists(HttpHeaders.SET_COOKIE);
        }
    }

    @Test
    void ofTwoCookiesNoneIsTaken() {
        one.register(email);
        String cookie = cookie();

        for (String cookies :
                List.of(cookie + "; " + cookie, cookie + "; auth_session=x", "auth_session=; " + cookie)) {
            assertRefused(get(one, "", cookies), 400, "More than one cookie auth_session");
            assertRefused(get(one, "/logout", cookies), 400, "More than one cookie auth_session");
            assertRefused(put(one, cookies, "{}"), 400, "More than one cookie auth_session");
        }
        assertAlive(cookie);
    }

    @Test
    void behindAGatewayItsHostIsTheBrowsers() {
        one.register(email);
        String cookie = cookie();

        request(one, HttpMethod.GET, "/logout", cookie)
                .header(HttpHeaders.ORIGIN, "https://auth.example")
                .header(HeaderNames.HOST, "auth.example")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aTokenThatNoBrowserSendsByItselfIsEnoughFromAnySite() {
        String token = one.register(email).get("token").stringValue();

        one.raw()
                .get()
                .uri(ROOT + "/logout")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header("Sec-Fetch-Site", "cross-site")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | New password can't be null or empty.\", \"Confirm password can't be null or empty.",
                "{\"newPassword\":\"orange giraffe 7\"} | Confirm password can't be null or empty.",
                "{\"newPassword\":\"orange giraffe 7\",\"confirmPassword\":\"x\"} | New password and confirm password should be equal.",
                "{\"newPassword\":\"short\",\"confirmPassword\":\"x\"} | New password must be 8 to 1,024 bytes long.\", \"New password and confirm password should be equal.",
                "{\"newPassword\":1,\"confirmPassword\":null} | New password must be a string.\", \"Confirm password can't be null or empty.",
            })
    void whatIsWrongWithANewPasswordIsToldInTheDocumentsOrder(String body, String sentences) {
        one.register(email);
        String cookie = cookie();

        assertRefused(put(one, cookie, body), 422, sentences);
        assertAlive(cookie);
    }

    @Test
    void whoseSessionHasEndedReadsNothingOfPasswords() {
        one.register(email);
        String cookie = cookie();
        get(one, "/logout", cookie).expectStatus().isOk();

        assertRefused(put(other, cookie, "{}"), 403, NO_PASSWORD);
        assertRefused(put(other, cookie, passwords(OTHER_PASSWORD)), 403, NO_PASSWORD);
    }

    @Test
    void aChangedPasswordIsAnotherSessionOfTheSameKind() {
        one.register(email);
        String lasting = cookieOf(logIn(",\"isPersistent\":true"));
        String laptop = cookie();

        ResponseSpec answer = put(one, lasting, passwords(OTHER_PASSWORD));

        answer.expectStatus().isOk().expectBody().isEmpty();
        assertThat(setCookie(answer)).contains("; Max-Age=2592000; ");
        assertAlive(cookieOf(answer));
        get(other, "", lasting).expectStatus().isUnauthorized();
        get(other, "", laptop).expectStatus().isUnauthorized();
        post("/login", body(email, OTHER_PASSWORD, "")).expectStatus().isOk();
        assertRefused(post("/login", body(email, PASSWORD, "")), 401, WRONG);
    }

    @Test
    void aRepeatedChangeBringsTheSameCookieThoughItsOwnIsDead() {
        one.register(email);
        String cookie = cookie();

        ResponseSpec first = putOnce(one, cookie, "gateway:password" + email);
        ResponseSpec again = putOnce(other, cookie, "gateway:password" + email);

        assertThat(setCookie(again)).isEqualTo(setCookie(first));
        assertAlive(cookieOf(again));
    }

    @Test
    void theSameKeyAndBodyWithAnotherCookieIsAnothersChange() {
        one.register(email);
        String hers = cookie();
        String him = anEmail();
        one.register(him);
        String his = cookieOf(post("/login", body(him, PASSWORD, "")));
        String key = "client:" + email;
        String changed = cookieOf(putOnce(one, hers, key));

        String another = cookieOf(putOnce(one, his, key));

        assertThat(key(another)).isNotEqualTo(key(changed));
    }

    @Test
    void aRepeatedSignupLeadsToTheFirstKey() {
        Map<String, String> body =
                Map.of("email", email, "fullName", "Amir", "password", PASSWORD, "confirmPassword", PASSWORD);

        JsonNode first = json(one.postOnce(ROOT + "/signup", "gateway:signup" + email, body));
        JsonNode again = json(other.postOnce(ROOT + "/signup", "gateway:signup" + email, body));

        assertThat(again).isEqualTo(first);
        assertRefused(one.postOnce(ROOT + "/signup", "gateway:another" + email, body), 422, "Email exist.");
    }

    @Test
    void aRepeatedLoginBringsTheSameCookie() {
        one.register(email);
        Map<String, String> body = Map.of("email", email, "password", PASSWORD, "isPersistent", "true");

        String first = setCookie(one.postOnce(ROOT + "/login", "gateway:login" + email, body));

        assertThat(setCookie(other.postOnce(ROOT + "/login/", "gateway:login" + email, body)))
                .as("at another path it is another request")
                .isNotEqualTo(first);
        assertThat(setCookie(other.postOnce(ROOT + "/login", "gateway:login" + email, body)))
                .isEqualTo(first);
    }

    @Test
    void whoLogsInAgainLeavesTheSessionThatTheirBrowserHad() {
        one.register(email);
        String former = cookie();
        String elsewhere = cookie();

        String next = cookieOf(logInWith(former, "again" + email));

        get(other, "", former).expectStatus().isUnauthorized();
        assertAlive(next);
        assertAlive(elsewhere);
        assertThat(cookieOf(logInWith(former, "again" + email)))
                .as("its repetition")
                .isEqualTo(next);
        assertAlive(next);
    }

    @Test
    void whoLogsInByTheBrowserOfSomebodyElseEndsNothingOfTheirs() {
        one.register(email);
        String stranger = anEmail();
        one.register(stranger);
        String theirs = cookieOf(post("/login", body(stranger, PASSWORD, "")));

        logInWith(theirs, "other" + email);

        assertAlive(theirs);
    }

    private ResponseSpec logInWith(String cookie, String key) {
        return request(one, HttpMethod.POST, "/login", cookie)
                .header(HeaderNames.IDEMPOTENCY_KEY, "gateway:" + key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(email, PASSWORD, ""))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void formsWillDo() {
        one.postForm(
                        ROOT + "/signup/",
                        "email=" + email + "&fullName=Amir+M&password=purple+monkey+9&confirmPassword=purple+monkey+9")
                .expectStatus()
                .isOk();
        assertThat(setCookie(
                        one.postForm(ROOT + "/login/", "email=" + email + "&password=purple+monkey+9&isPersistent=1")))
                .contains("Max-Age");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"email\": | 400 | The body isn't well-formed",
                "application/json | {\"email\":\"a\",\"email\":\"b\"} | 400 | The body has a field twice",
                "text/plain | x | 415 | The body must be application/json, in UTF-8 and without a Content-Encoding",
            })
    void aBodyThatCannotBeReadIsAnErrorOfThisApi(String type, String body, int status, String sentence) {
        ResponseSpec answer = one.raw()
                .post()
                .uri(ROOT + "/login")
                .contentType(MediaType.parseMediaType(type))
                .bodyValue(body)
                .exchange();

        assertRefused(answer, status, sentence);
    }

    private JsonNode signUp(String fullName) {
        return json(post("/signup", newcomer(email, fullName, PASSWORD, PASSWORD))
                .expectStatus()
                .isOk());
    }

    private ResponseSpec logIn(String further) {
        return post("/login", body(email, PASSWORD, further)).expectStatus().isOk();
    }

    private String cookie() {
        return cookieOf(logIn(""));
    }

    private ResponseSpec post(String path, String body) {
        return one.post(ROOT + path, body);
    }

    private static ResponseSpec get(TestApi api, String path, String cookie) {
        return request(api, HttpMethod.GET, path, cookie).exchange();
    }

    private ResponseSpec head(String path, String cookie) {
        return request(one, HttpMethod.HEAD, path, cookie).exchange();
    }

    private static ResponseSpec put(TestApi api, String cookie, String body) {
        return request(api, HttpMethod.PUT, "/password", cookie)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static ResponseSpec putOnce(TestApi api, String cookie, String key) {
        return request(api, HttpMethod.PUT, "/password", cookie)
                .header(HeaderNames.IDEMPOTENCY_KEY, key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(passwords(OTHER_PASSWORD))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static RequestBodySpec request(TestApi api, HttpMethod method, String path, String cookie) {
        return api.raw().method(method).uri(ROOT + path).header(HttpHeaders.COOKIE, cookie);
    }

    private void assertAlive(String cookie) {
        get(other, "", cookie).expectStatus().isOk();
    }

    private String key(String cookie) {
        return json(get(other, "", cookie)).get("key").stringValue();
    }

    private static void assertRefused(ResponseSpec answer, int status, String sentences) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(String.class)
                .isEqualTo("{\"errors\":[\"" + sentences.replace("\", \"", "\",\"") + "\"]}");
    }

    private static String setCookie(ResponseSpec answer) {
        HttpHeaders headers = answer.returnResult(Void.class).getResponseHeaders();
        return Objects.requireNonNull(headers.getFirst(HttpHeaders.SET_COOKIE), "no cookie");
    }

    private static String cookieOf(ResponseSpec answer) {
        String cookie = setCookie(answer);
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static void inDatabase(String change) {
        TestDatabase.execute(TestPair.DATABASE, change);
    }

    private static String body(String email, String password, String further) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"" + further + "}";
    }

    private static String newcomer(String email, String fullName, String password, String confirmation) {
        return "{\"email\":\"" + email + "\",\"fullName\":\"" + fullName + "\",\"password\":\"" + password
                + "\",\"confirmPassword\":\"" + confirmation + "\"}";
    }

    private static String passwords(String password) {
        return "{\"newPassword\":\"" + password + "\",\"confirmPassword\":\"" + password + "\"}";
    }
}
