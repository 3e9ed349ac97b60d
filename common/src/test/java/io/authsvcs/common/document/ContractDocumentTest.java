package io.authsvcs.common.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractDocumentTest {
    private static final String PAGE = """
            # An API

            Its user:

               ```ndjson
               {"email":"ann@example.com"}
               ```

            ## Examples

            ### Login

            Given: a user, a disabled partner

            ```http
            POST /login HTTP/1.1
            X-Odd:  Spelling

            {"user":

            # no heading
            }
            ```

            ```http
            HTTP/1.1 201 Created
            Content-Type: application/json

            {"data":{"id":1}}
            ```

            Varies: `data.id`, `data.token`
            May go on: `data`

            ## As documented

            ### Login

            ```shell
            curl "{host}/login" -d "user: ann" -d "b"
            ```
            """;

    private final ContractDocument document = ContractDocument.parse("api", PAGE);

    @Test
    void anExampleIsReadToTheLetter() {
        Example login = document.first();

        assertThat(login.title()).isEqualTo("Login");
        assertThat(login.givens()).containsExactlyInAnyOrder(Given.USER, Given.DISABLED_PARTNER);
        assertThat(login.request().method()).isEqualTo("POST");
        assertThat(login.request().path()).isEqualTo("/login");
        assertThat(login.request().headers()).containsExactly(new Message.Header("X-Odd", "Spelling"));
        assertThat(login.request().body()).isEqualTo("{\"user\":\n\n# no heading\n}");
        assertThat(login.answer().status()).isEqualTo(201);
        assertThat(login.answer().header("content-type")).contains("application/json");
        assertThat(login.varies()).containsExactlyInAnyOrder("data.id", "data.token");
        assertThat(login.open()).containsExactly("data");
    }

    @Test
    void itsPeopleAreLinesOfAnImport() {
        assertThat(document.people()).containsExactly("{\"email\":\"ann@example.com\"}");
    }

    @Test
    void whatWasPublishedStandsApart() {
        assertThat(document.examples()).hasSize(1);
        assertThat(document.published()).hasSize(1);
        assertThat(document.published().get(0).request())
                .contains(new Message("POST /login", List.of(), "user: ann&b"));
        assertThat(document.asDocumented()).startsWith("## As documented");
    }

    @Test
    void whatIsGivenMustBeKnown() {
        assertThatThrownBy(() -> ContractDocument.parse("api", PAGE.replace("a user,", "a friend,")))
                .hasMessage("\"Given: a friend\" is none of nobody, a user, a user not activated, a disabled user, "
                        + "a deleted user, signed in, a disabled partner, over the limit, no instance");
    }

    @Test
    void anExampleHasARequestAndAnAnswer() {
        assertThatThrownBy(() -> ContractDocument.parse("api", PAGE.replace("HTTP/1.1 201 Created", "GET /")))
                .hasMessage("\"Login\" must have a request and an answer, in this order");
    }

    @Test
    void theEnvelopeComesOff() {
        Example enveloped = ContractDocument.read("canonical-login").first();

        assertThat(enveloped.bare().answer().body()).startsWith("{\"isValid\":true,\"userID\":");
        assertThat(enveloped.bare().varies()).containsExactly("token");
        assertThat(enveloped.bare().open()).containsExactly("");
        assertThat(document.first().bare()).isEqualTo(document.first());
    }

    @ParameterizedTest
    @MethodSource("io.authsvcs.common.document.ContractDocument#all")
    void everyDocumentBeginsWithAUserWhoLogsIn(ContractDocument each) {
        assertThat(each.first().givens()).containsExactly(Given.USER);
        assertThat(each.people()).hasSize(1);
        assertThat(each.published()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.authsvcs.common.document.ContractDocument#all")
    void noTwoExamplesHaveOneTitle(ContractDocument each) {
        assertThat(each.examples()).extracting(Example::title).doesNotHaveDuplicates();
    }
}
