package io.authsvcs.registry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints a {@link RefusedSetting} as its sentence, before Boot's own analyzer explains how binding failed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusedSettingAnalyzer extends AbstractFailureAnalyzer<RefusedSetting> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RefusedSetting cause) {
        return new FailureAnalysis(sentence(cause), null, cause);
    }

    private static @Nullable String sentence(RefusedSetting cause) {
        return cause.getMessage();
    }
}
