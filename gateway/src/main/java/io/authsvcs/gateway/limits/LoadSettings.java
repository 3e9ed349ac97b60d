package io.authsvcs.gateway.limits;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much this gateway takes on at once.
 *
 * @param reads requests that only read, under way at instances; 0 for thirty-two for each processor
 * @param patience how long more than that may be under way: what is over sooner is no overload
 */
@ConfigurationProperties(value = "gateway.load", ignoreUnknownFields = false)
record LoadSettings(
        @DefaultValue("0") int reads, @DefaultValue("1s") Duration patience) {
    private static final int FOR_EACH_PROCESSOR = 32;

    LoadSettings {
        require(
                reads >= 0,
                "gateway.load.reads is " + reads + ".",
                "Set it to how many may be under way at once, or leave it out for " + FOR_EACH_PROCESSOR
                        + " for each processor.");
        require(
                !patience.isNegative(),
                "gateway.load.patience is " + patience + ".",
                "Set it to a time from 0s on, as 1s, or leave it out.");
    }

    int most() {
        return reads > 0 ? reads : FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
    }
}
