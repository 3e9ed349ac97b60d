package io.authsvcs.registry;

import io.authsvcs.common.InvalidSetting;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Says what is wrong and what to do, before Boot's own analyzers tell of beans and binding. */
final class InvalidSettingAnalyzer extends AbstractFailureAnalyzer<InvalidSetting> implements Ordered {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSetting cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.cure(), cause);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
