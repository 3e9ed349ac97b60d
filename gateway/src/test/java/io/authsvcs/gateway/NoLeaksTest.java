package io.authsvcs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Test;

class NoLeaksTest {
    @Test
    void aBufferThatNobodyReleasesIsFound() {
        ByteBufAllocator.DEFAULT.directBuffer(16);

        await().untilAsserted(() -> assertThat(NoLeaks.found()).isNotEmpty());
    }
}
