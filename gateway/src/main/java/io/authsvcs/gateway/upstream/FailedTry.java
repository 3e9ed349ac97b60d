package io.authsvcs.gateway.upstream;

/** Ends a try at an instance, for {@link TryInstances} to decide what follows. */
final class FailedTry extends RuntimeException {
    private final Failure failure;

    FailedTry(Failure failure, Throwable cause) {
        super(cause.toString(), cause, false, false);
        this.failure = failure;
    }

    /** No exception told of it. */
    FailedTry(Failure failure) {
        super("", null, false, false);
        this.failure = failure;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    Failure failure() {
        return failure;
    }
}
