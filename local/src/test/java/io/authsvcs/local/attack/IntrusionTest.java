package io.authsvcs.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.http.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntrusionTest {
    private static final String PROBE = "GET /internal/instance HTTP/1.1\r\nhost: a\r\nX-Probe-Nonce: b\r\n\r\n";

    @Test
    void aFalseInstanceMayBeAskedToProveItselfAndNothingElse() {
        List<Answer> served = List.of(answer(200, ""));

        assertThat(Intrusion.unheard(List.of(PROBE), served).isKept()).isTrue();
        assertThat(Intrusion.unheard(List.of(PROBE, "GET /v1/auth/validate HTTP/1.1\r\n\r\n"), served)
                        .isKept())
                .isFalse();
        assertThat(Intrusion.unheard(List.of(PROBE.replace("X-Probe-Nonce", "X-Auth-Gateway")), served)
                        .isKept())
                .isFalse();
    }

    @Test
    void requestsThatFailMeanwhileAreTold() {
        assertThat(Intrusion.unheard(List.of(PROBE), List.of(answer(200, ""), answer(502, "")))
                        .isKept())
                .isFalse();
        assertThat(Intrusion.unheard(List.of(PROBE), List.of()).isKept()).isFalse();
    }

    @Test
    void withoutThePasswordNobodyRegisters() {
        assertThat(Intrusion.withoutPassword(List.of(401, 401)).isKept()).isTrue();
        assertThat(Intrusion.withoutPassword(List.of(401, 204)).isKept()).isFalse();
    }

    @Test
    void forgedHeadersAreBelievedByNobody() {
        assertThat(Intrusion.forbidden(List.of(answer(401, ""))).isKept()).isTrue();
        assertThat(Intrusion.forbidden(List.of(answer(401, ""), answer(200, "")))
                        .isKept())
                .isFalse();
        assertThat(Intrusion.address(true, "127.0.0.1").isKept()).isTrue();
        assertThat(Intrusion.address(true, "203.0.113.9").isKept()).isFalse();
        assertThat(Intrusion.address(false, "").isKept()).isFalse();
    }

    @Test
    void aWayInIsToldByStatusAndByWhatItShows() {
        assertThat(Intrusion.isReached(answer(404, "{\"statusCode\":404}"))).isFalse();
        assertThat(Intrusion.isReached(answer(200, "{\"result\":{\"isValid\":false}}")))
                .isFalse();
        assertThat(Intrusion.isReached(answer(200, "{}"))).isTrue();
        assertThat(Intrusion.isReached(answer(404, "{\"_links\":{}}"))).isTrue();
        assertThat(Intrusion.unreached(10, List.of()).isKept()).isTrue();
        assertThat(Intrusion.unreached(10, List.of("/actuator")).isKept()).isFalse();
        assertThat(Intrusion.unreached(0, List.of()).isKept()).isFalse();
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, List.of(), body);
    }
}
