package io.authsvcs.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.common.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @Test
    void withoutAPasswordEndsInOneSentence(CapturedOutput output) {
        assertThatThrownBy(() -> RegistryApplication.main(new String[] {"--registry.password="}))
                .hasRootCauseInstanceOf(InvalidSetting.class);

        assertThat(output)
                .contains(
                        "REGISTRY_PASSWORD is missing.", "Set it to what instances, gateways and peers are to present.")
                .doesNotContain("\tat ", "WARN", "Exception");
    }
}
