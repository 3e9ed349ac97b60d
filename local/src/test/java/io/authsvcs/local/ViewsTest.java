package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    void whatAllSeeIsOneWord() {
        Views views = views(Optional.of("up"), Optional.of("up"));

        assertThat(views.summary()).contains("up");
        assertThat(views.agreeOn("up")).isTrue();
    }

    @Test
    void whereTheyDifferEachIsNamed() {
        Views views = views(Optional.of("up"), Optional.empty());

        assertThat(views.summary()).contains("gateway: up, gateway-2: unknown");
        assertThat(views.agreeOn("up")).isFalse();
    }

    @Test
    void whoSaysNothingHasNotSeenThatItIsOut() {
        assertThat(views(Optional.of("gone"), Optional.of("ejected")).agreeOnOtherThan("up"))
                .isTrue();
        assertThat(views(Optional.of("gone"), Optional.of("up")).agreeOnOtherThan("up"))
                .isFalse();
        assertThat(views(Optional.of("gone"), Optional.empty()).agreeOnOtherThan("up"))
                .isFalse();
        assertThat(views(Optional.of("gone"), Optional.of(Views.ABSENT)).agreeOnOtherThan("up"))
                .isTrue();
        assertThat(Views.none().agreeOnOtherThan("up")).isFalse();
    }

    @Test
    void whatNobodySeesIsNothing() {
        assertThat(views(Optional.empty(), Optional.empty()).summary()).isEmpty();
        assertThat(Views.none().summary()).isEmpty();
        assertThat(Views.none().agreeOn("up")).isFalse();
    }

    @Test
    void anAnswerInAnotherFormatSeesNothing() {
        assertThat(GatewayView.parse("<html>")).isEmpty();
        assertThat(RegistryView.parse("{}")).isEmpty();
    }

    private static Views views(Optional<String> first, Optional<String> second) {
        Map<String, Optional<String>> states = new LinkedHashMap<>();
        states.put("gateway", first);
        states.put("gateway-2", second);
        return new Views(states);
    }
}
