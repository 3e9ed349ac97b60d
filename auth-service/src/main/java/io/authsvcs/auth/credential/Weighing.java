package io.authsvcs.auth.credential;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where a {@link PasswordPolicy} is asked: it thinks for milliseconds, too long for an event loop. */
@Component
public class Weighing implements DisposableBean {
    // The last of them waits no longer than for a hash, however long each takes.
    private static final int MOST_WAITING = 32;

    private final Scheduler thread = Schedulers.newBoundedElastic(1, MOST_WAITING, "weigh");
    private final Passwords passwords;

    Weighing(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Ends in a refusal at once where the hash that comes next would. */
    public <T> Mono<T> run(Supplier<T> work) {
        return passwords
                .requireRoom(Precedence.STRANGER)
                .then(Mono.fromSupplier(work)
                        .subscribeOn(thread)
                        .onErrorMap(RejectedExecutionException.class, full -> new Fault(FaultCode.OVERLOADED, full)));
    }

    @Override
    public void destroy() {
        thread.dispose();
    }
}
