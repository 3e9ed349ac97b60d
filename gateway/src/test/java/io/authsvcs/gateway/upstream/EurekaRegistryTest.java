package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.appinfo.InstanceInfo;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import com.netflix.discovery.shared.Application;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EurekaRegistryTest {
    @Test
    void anApplicationNeverHeardOfHasNoInstances() {
        assertThat(new EurekaRegistry(name -> null).registrations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UP, UP", "STARTING, STARTING", "DOWN, DOWN", "OUT_OF_SERVICE, DOWN", "UNKNOWN, DOWN"})
    void anInstanceIsTakenOverWithItsStatus(InstanceStatus said, Registration.Status understood) {
        Application application = new Application("AUTH-SVCS", List.of(instance(said)));

        assertThat(new EurekaRegistry(Map.of("AUTH-SVCS", application)::get).registrations())
                .containsExactly(new Registration("auth-1", "127.0.0.1", 8081, false, "1.0", understood));
    }

    @Test
    void anInstanceThatSpeaksTlsIsTakenOverWithItsSecurePort() {
        InstanceInfo secure = builder(InstanceStatus.UP)
                .enablePort(InstanceInfo.PortType.UNSECURE, false)
                .setSecurePort(8443)
                .enablePort(InstanceInfo.PortType.SECURE, true)
                .build();

        assertThat(new EurekaRegistry(name -> new Application("AUTH-SVCS", List.of(secure))).registrations())
                .containsExactly(new Registration("auth-1", "127.0.0.1", 8443, true, "1.0", Registration.Status.UP));
    }

    private static InstanceInfo instance(InstanceStatus status) {
        return builder(status).build();
    }

    private static InstanceInfo.Builder builder(InstanceStatus status) {
        return InstanceInfo.Builder.newBuilder()
                .setAppName("auth-svcs")
                .setInstanceId("auth-1")
                .setHostName("127.0.0.1")
                .setPort(8081)
                .setStatus(status)
                .setMetadata(Map.of("version", "1.0"));
    }
}
