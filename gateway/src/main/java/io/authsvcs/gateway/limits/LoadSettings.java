package io.authsvcs.gateway.limits;

import static io.authsvcs.common.InvalidSetting.require;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much this gateway takes on at once.
 *
 * @param reads requests that only read, under way at instances; 0 for fifty for each processor
 */
@ConfigurationProperties(value = "gateway.load", ignoreUnknownFields = false)
record LoadSettings(@DefaultValue("0") int reads) {
    private static final int FOR_EACH_PROCESSOR = 50;

    LoadSettings {
        require(
                reads >= 0,
                "gateway.load.reads is " + reads + ".",
                "Set it to how many may be under way at once, or leave it out for " + FOR_EACH_PROCESSOR
                        + " for each processor.");
    }

    int most() {
        return reads > 0 ? reads : FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
    }
}
