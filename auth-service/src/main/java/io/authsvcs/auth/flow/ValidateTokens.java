package io.authsvcs.auth.flow;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Many tokens at once; their sessions are looked up together. */
@Component
public class ValidateTokens implements DisposableBean {
    private static final int MOST_WAITING = 64;

    // A thousand signatures that are met for the first time take a tenth of a second: nothing for an event loop.
    private final Scheduler verifying = Schedulers.newBoundedElastic(1, MOST_WAITING, "batch");
    private final ValidateToken validateToken;

    ValidateTokens(ValidateToken validateToken) {
        this.validateToken = validateToken;
    }

    /** The verdicts, in the order of the tokens. */
    public Mono<List<Verdict>> check(List<String> tokens) {
        return validateToken
                .together(tokens.stream().map(validateToken::check).toList())
                .collectList()
                .subscribeOn(verifying)
                .onErrorMap(RejectedExecutionException.class, full -> new Fault(FaultCode.OVERLOADED, full));
    }

    @Override
    public void destroy() {
        verifying.dispose();
    }
}
