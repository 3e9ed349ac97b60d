package io.authsvcs.auth.audit;

import static io.authsvcs.common.InvalidSetting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long it is remembered what happened.
 *
 * @param retention after which events are deleted; 0: never
 */
@ConfigurationProperties("auth.audit")
record AuditSettings(Duration retention) {
    AuditSettings {
        require(
                retention.isZero() || retention.compareTo(Duration.ofDays(1)) >= 0,
                "Events can't be kept for " + retention + ".",
                "Set auth.audit.retention to 1d or more, or to 0 to keep them for ever.");
    }
}
