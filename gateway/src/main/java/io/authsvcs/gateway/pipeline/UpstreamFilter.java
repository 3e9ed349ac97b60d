package io.authsvcs.gateway.pipeline;

import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;

/** A step of {@link Step.Stage#UPSTREAM}. */
public interface UpstreamFilter extends GlobalFilter, Ordered {
    Step step();

    @Override
    default int getOrder() {
        return step().order();
    }
}
