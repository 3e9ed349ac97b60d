package io.authsvcs.local.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.administration.FakeGateway.Answer;
import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminApiTest {
    private final FakeGateway gateway;

    AdminApiTest() throws IOException {
        gateway = FakeGateway.start().answering("GET /v1/admin/partners", 200, "{\"partners\":[]}");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void oneLogInIsEnoughForManyCalls() {
        Administration administration = gateway.administration();

        administration.partners().list();
        administration.partners().list();

        assertThat(gateway.logins()).isEqualTo(1);
    }

    @Test
    void aTokenThatHasRunOutIsReplacedAndTheCallRepeated() {
        gateway.answering(
                "GET /v1/admin/partners",
                asked -> asked.header("Authorization").equals("Bearer token-1")
                        ? Answer.of(401, "{\"reason\":\"jwt expired\"}")
                        : Answer.of(200, "{\"partners\":[]}"));

        assertThat(gateway.administration().partners().list()).isEmpty();
        assertThat(gateway.logins()).isEqualTo(2);
    }

    @Test
    void aRefusalNamesTheDeedTheReasonTheFieldsAndTheCure() {
        gateway.answering(
                "POST /v1/admin/partners",
                400,
                "{\"reason\":\"Invalid request\",\"errors\":[{\"field\":\"name\",\"reason\":\"is too long\"}]}");

        assertThatThrownBy(() -> gateway.administration().partners().create("x"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("Creating partner x was answered 400, Invalid request; name: is too long.")
                .hasMessageContaining("authctl partners list");
    }

    @Test
    void instancesAreListedWithWhatTheGatewayHasCounted() {
        gateway.answering(
                "GET /v1/router/list/nodes",
                200,
                "{\"nodes\":[{\"id\":\"auth-1\",\"state\":\"up\",\"requests\":7,\"errors\":1,\"retries\":2}]}");

        assertThat(gateway.administration().nodes().all()).containsExactly(new Node("auth-1", 7, 2));
    }

    @Test
    void aGatewayThatIsNotThereIsASentence() {
        Administration administration = gateway.administration();
        gateway.close();

        assertThatThrownBy(() -> administration.partners().list())
                .isInstanceOf(Fault.class)
                .hasMessageContaining("The gateway does not answer at " + gateway.url());
    }

    @Test
    void whatATypedIdHoldsStaysOnePartOfThePath() {
        assertThatThrownBy(() -> gateway.administration().partners().disable("../keys/a b?c"))
                .isInstanceOf(Fault.class);

        assertThat(gateway.asked().getLast().call()).isEqualTo("POST /v1/admin/partners/..%2Fkeys%2Fa%20b%3Fc/disable");
    }

    @Test
    void anAnswerInAnotherLanguageIsASentence() {
        gateway.answering("POST /v1/admin/partners", 201, "{\"id\":{}}");

        assertThatThrownBy(() -> gateway.administration().partners().create("x"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("does not understand");
    }
}
