package io.authsvcs.auth.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

@ExtendWith(OutputCaptureExtension.class)
class DroppedErrorsTest {
    @Test
    void whatFailsForNobodyIsToldInALineWithoutWhatItSays(CapturedOutput output) {
        try (DroppedErrors _ = new DroppedErrors()) {
            Operators.onErrorDropped(new IllegalStateException("SELECT secret"), Context.empty());
        }

        assertThat(output.toString().lines().filter(line -> line.contains("after its request had ended")))
                .singleElement()
                .asString()
                .endsWith("IllegalStateException");
        assertThat(output).doesNotContain("SELECT").doesNotContain("\tat ");
    }
}
