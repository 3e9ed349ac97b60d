package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.FakeActuator;
import io.authsvcs.local.administration.FakeGateway.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways, and an instance that runs. */
class DrainCommandTest {
    private static final String DRAIN = "POST /v1/router/nodes/auth-1/drain";
    private static final String UNDRAIN = "POST /v1/router/nodes/auth-1/undrain";

    private final FakeActuator first = FakeActuator.start().seeing("auth-1", "up");
    private final FakeActuator second = FakeActuator.start().seeing("auth-1", "up");
    private final TestAuthctl authctl;

    DrainCommandTest(@TempDir Path folder) throws IOException {
        authctl = new TestAuthctl(folder).runningAnInstanceBehind(first, second);
        authctl.gateway.answering(DRAIN, any -> told("draining")).answering(UNDRAIN, any -> told("up"));
    }

    @AfterEach
    void close() {
        authctl.close();
        first.close();
        second.close();
    }

    @Test
    void drainingIsDoneWhenEveryGatewaySeesIt() {
        assertThat(authctl.run("drain", "auth-1")).isZero();

        assertThat(authctl.out()).contains("auth-1 is draining").contains("authctl undrain auth-1");
        assertThat(authctl.gateway.asked().getFirst().header("Authorization")).startsWith("Bearer token-");
        assertThat(second.looks()).isPositive();
    }

    @Test
    void theWayBackIsAsLong() {
        authctl.run("drain", "auth-1");
        int looks = second.looks();

        assertThat(authctl.run("undrain", "auth-1")).isZero();

        assertThat(authctl.out()).contains("auth-1 is in rotation again.");
        assertThat(second.looks()).isGreaterThan(looks);
    }

    @Test
    void whoDrainsIsSeenInTheStatus() {
        authctl.run("drain", "auth-1");

        assertThat(authctl.run("status")).isEqualTo(5);

        assertThat(authctl.out()).containsPattern("auth-1 .* draining");
    }

    @Test
    void gatewaysThatDifferAreEachNamedInTheStatus() {
        second.seeing("auth-1", "ejected");

        authctl.run("status");
        authctl.run("status", "--json");

        assertThat(authctl.out()).contains("gateway: up, gateway-2: ejected");
        assertThat(authctl.out().replaceAll("\\s", ""))
                .contains("\"gatewayStates\":{\"gateway\":\"up\",\"gateway-2\":\"ejected\"}");
    }

    @Test
    void aRefusalIsASentence() {
        authctl.gateway.answering(DRAIN, 502, "{\"reason\":\"auth-1 does not answer; restart it\"}");

        assertThat(authctl.run("drain", "auth-1")).isEqualTo(1);

        assertThat(authctl.err())
                .contains("Draining auth-1 was answered 502, auth-1 does not answer; restart it.")
                .contains("authctl status");
    }

    @Test
    void onlyInstancesDrain() {
        assertThat(authctl.run("drain", "gateway")).isEqualTo(2);
        assertThat(authctl.run("undrain", "auth-7")).isEqualTo(2);

        assertThat(authctl.err())
                .contains("gateway is no instance of auth-svcs.", "Instances are: auth-1.")
                .contains("There is no auth-7 in this cluster.");
        assertThat(authctl.gateway.asked()).isEmpty();
    }

    private Answer told(String state) {
        first.seeing("auth-1", state);
        second.seeing("auth-1", state);
        return Answer.of(200, "{\"id\":\"auth-1\",\"state\":\"" + state + "\"}");
    }
}
