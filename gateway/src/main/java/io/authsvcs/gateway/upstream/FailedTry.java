package io.authsvcs.gateway.upstream;

/** Ends a try at an instance, for {@link TryInstances} to decide what follows. */
final class FailedTry extends RuntimeException {
    private final Failure failure;

    FailedTry(Failure failure, Throwable cause) {
        super(failure.name(), cause, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
