package io.authsvcs.gateway.upstream;

/** Ends a try at an instance, for {@link TryInstances} to decide what follows. */
final class FailedTry extends RuntimeException {
    private final Failure failure;

    FailedTry(Failure failure, Throwable cause) {
        super(cause.toString(), cause, false, false);
        this.failure = failure;
    }

    /** The instance has said it itself. */
    FailedTry(Failure failure) {
        super("its own answer", null, false, false);
        this.failure = failure;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    Failure failure() {
        return failure;
    }
}
