package io.authsvcs.gateway.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Stands still until it is told. */
public final class TestTime implements TimeMeter {
    private final AtomicLong nanos = new AtomicLong(1);

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }

    /** Takes the place of the machine's. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Standing {
        @Bean
        @Primary
        TestTime testTime() {
            return new TestTime();
        }
    }
}
