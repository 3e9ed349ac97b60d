package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewsTest {
    @Test
    void theRegistryListsInstancesByApplication() {
        String body = """
                {"applications":{"versions__delta":"1","application":[{"name":"AUTH-SVCS","instance":[
                {"instanceId":"auth-1","status":"UP"},{"instanceId":"auth-2","status":"STARTING"}]}]}}""";

        assertThat(RegistryView.parse(body)).isEqualTo(Map.of("auth-1", "UP", "auth-2", "STARTING"));
    }

    @Test
    void aSingleInstanceMayBeNoList() {
        String body = """
                {"applications":{"application":[{"name":"AUTH-SVCS","instance":{"instanceId":"auth-1","status":"UP"}}]}}""";

        assertThat(RegistryView.parse(body)).isEqualTo(Map.of("auth-1", "UP"));
    }

    @Test
    void theGatewayListsWhatItSees() {
        String body = "{\"instances\":[{\"id\":\"auth-1\",\"address\":\"127.0.0.1:1\",\"state\":\"EJECTED\"}]}";

        assertThat(GatewayView.parse(body)).isEqualTo(Map.of("auth-1", "ejected"));
    }

    @Test
    void anAnswerInAnotherFormatSeesNothing() {
        assertThat(GatewayView.parse("<html>")).isEmpty();
        assertThat(RegistryView.parse("{}")).isEmpty();
    }
}
