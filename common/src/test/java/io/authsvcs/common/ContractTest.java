package io.authsvcs.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.Contract.FieldFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<FieldFault> FAULTS = List.of(
            new FieldFault("email", "Is required"),
            new FieldFault("password", "Is too short"),
            new FieldFault("email", "Is no address"));

    @Test
    void altegioSaysWhatIsWrongInItsMeta() {
        assertThat(error(Contract.ALTEGIO, Status.UNAUTHORIZED, List.of()))
                .isEqualTo("{\"success\":false,\"data\":null,\"meta\":{\"message\":\"A sentence.\"}}");
        assertThat(error(Contract.ALTEGIO, Status.BAD_REQUEST, FAULTS))
                .isEqualTo("{\"success\":false,\"data\":null,\"meta\":{\"message\":\"A sentence.\",\"errors\":"
                        + "{\"email\":[\"Is required\",\"Is no address\"],\"password\":[\"Is too short\"]}}}");
    }

    @Test
    void altegioHasNothingToSayOfWhatIsNotThere() {
        assertThat(error(Contract.ALTEGIO, Status.NOT_FOUND, List.of()))
                .isEqualTo("{\"success\":false,\"data\":null,\"meta\":[]}");
    }

    @Test
    void edumapsSpeaksFeathers() {
        assertThat(error(Contract.EDUMAPS, Status.UNAUTHORIZED, List.of()))
                .isEqualTo("{\"name\":\"NotAuthenticated\",\"message\":\"A sentence.\",\"code\":401,"
                        + "\"className\":\"not-authenticated\",\"errors\":{}}");
        assertThat(error(Contract.EDUMAPS, Status.TOO_MANY_REQUESTS, List.of()))
                .contains("\"TooManyRequests\"", "\"too-many-requests\"");
        assertThat(error(Contract.EDUMAPS, Status.BAD_REQUEST, FAULTS))
                .endsWith("\"errors\":{\"email\":\"Is required\",\"password\":\"Is too short\"}}");
    }

    @Test
    void slideGathersSentencesByField() {
        assertThat(error(Contract.SLIDE, Status.BAD_REQUEST, FAULTS))
                .isEqualTo("{\"status\":\"error\",\"message\":\"A sentence.\",\"data\":"
                        + "{\"email\":[\"Is required\",\"Is no address\"],\"password\":[\"Is too short\"]}}");
        assertThat(error(Contract.SLIDE, Status.SERVICE_UNAVAILABLE, List.of())).endsWith("\"data\":{}}");
    }

    @Test
    void authorizationListsItsSentences() {
        assertThat(error(Contract.AUTHORIZATION, Status.FORBIDDEN, List.of()))
                .isEqualTo("{\"errors\":[\"A sentence.\"]}");
        assertThat(error(Contract.AUTHORIZATION, Status.UNPROCESSABLE_CONTENT, FAULTS))
                .isEqualTo("{\"errors\":[\"Is required\",\"Is too short\",\"Is no address\"]}");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsLabel(Contract contract) {
        assertThat(Contract.find(contract.label())).contains(contract);
        assertThat(Contract.find(contract.name())).isEmpty();
    }

    private static String error(Contract contract, Status status, List<FieldFault> faults) {
        return JSON.writeValueAsString(contract.error(status, "A sentence.", faults));
    }
}
