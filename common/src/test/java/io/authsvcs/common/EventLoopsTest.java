package io.authsvcs.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopsTest {
    @AfterEach
    void forget() {
        System.clearProperty(EventLoops.COUNT);
    }

    @Test
    void thereIsOneForEachProcessorAndTwoAtLeast() {
        EventLoops.asManyAsProcessors();

        assertThat(Integer.getInteger(EventLoops.COUNT))
                .isEqualTo(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void whatSomebodyHasSetStays() {
        System.setProperty(EventLoops.COUNT, "7");

        EventLoops.asManyAsProcessors();

        assertThat(System.getProperty(EventLoops.COUNT)).isEqualTo("7");
    }
}
