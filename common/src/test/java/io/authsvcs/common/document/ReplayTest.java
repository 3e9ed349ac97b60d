package io.authsvcs.common.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
    private static final String PAGE = """
            # An API

            ```ndjson
            {"email":"ann@example.com","phoneNumber":"+1"}
            ```

            ## Examples

            ### Login

            Given: a user

            ```http
            POST /login HTTP/1.1
            Authorization: Bearer <partner token>
            ```

            ```http
            HTTP/1.1 200 OK
            ```

            ### Later

            Given: @GIVEN@

            ```http
            GET /later HTTP/1.1
            Authorization: Bearer <partner token>, User <key>
            ```

            ```http
            HTTP/1.1 200 OK
            ```

            ## As documented
            """;

    private final List<String> statements = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private int refusals;

    @Test
    void whoeverIsSignedInHasWhatTheFirstExampleWasAnswered() {
        replay("signed in");

        assertThat(statements)
                .singleElement()
                .asString()
                .contains("email_key = 'ann@example.com'", "phone_number = '+1'");
        assertThat(sent)
                .containsExactly(
                        "POST /v1/admin/users/import Bearer admin",
                        "POST /v1/admin/partners Bearer admin",
                        "POST /login Bearer secret",
                        "GET /later Bearer secret, User 42");
    }

    @ParameterizedTest
    @CsvSource({
        "a user not activated, POST /v1/admin/users/import",
        "a disabled user, POST /v1/admin/users/import",
        "a deleted user, DELETE /v1/admin/users/7",
    })
    void aUserIsBroughtToAStatus(String given, String call) {
        assertThatThrownBy(() -> replay(given)).hasMessageContaining("Nobody signs in for <key>");

        assertThat(sent).contains(call + " Bearer admin");
    }

    @Test
    void aPartnerIsDisabledBeforeItAsks() {
        replay("signed in, a disabled partner");

        assertThat(sent)
                .containsSubsequence("POST /v1/admin/partners/p/disable Bearer admin", "POST /login Bearer secret");
    }

    @Test
    void aLimitIsSoughtForAWhile() {
        assertThat(replay("signed in, over the limit").status()).isEqualTo(200);
        assertThat(sent).filteredOn(line -> line.startsWith("GET /later")).hasSize(51);
    }

    @Test
    void whatSomebodyElsesLimitRefusesIsAskedAgain() {
        refusals = 1;

        assertThat(replay("signed in").status()).isEqualTo(200);
        assertThat(sent).filteredOn(line -> line.startsWith("POST /login")).hasSize(2);
    }

    private Message replay(String given) {
        ContractDocument document = ContractDocument.parse("api", PAGE.replace("@GIVEN@", given));
        return new Replay(this::answer, "admin", statements::add)
                .answerTo(document, document.examples().get(1));
    }

    private Message answer(Message request) {
        sent.add(request.method() + " " + request.path() + " "
                + request.header("Authorization").orElse("nobody"));
        return request.path().equals("/login") && refusals-- > 0
                ? new Message("HTTP/1.1 429", List.of(), "")
                : new Message("HTTP/1.1 200", List.of(), body(request.path()));
    }

    private static String body(String path) {
        return switch (path) {
            case "/login" -> "{\"key\":\"42\"}";
            case "/v1/admin/users/import" -> "{\"imported\":1}";
            case "/v1/admin/partners" -> "{\"id\":\"p\",\"token\":\"secret\"}";
            case "/v1/admin/users?email=ann@example.com" -> "{\"users\":[{\"userID\":\"7\"}]}";
            default -> "{}";
        };
    }
}
