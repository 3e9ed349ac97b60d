package io.authsvcs.local.fault;

/** What kind of fault it is, as far as a script would act differently on it. */
public enum FaultKind {
    /** Something did not work: read the sentence. */
    FAILED(1),
    /** What was asked for makes no sense here. */
    USAGE(2),
    /** It needs a running cluster, and there is none. */
    NOT_RUNNING(3),
    /** Somebody else listens on the port that was asked for. */
    PORT_TAKEN(4),
    /** Another authctl works on the same cluster. */
    BUSY(6);

    private final int exitCode;

    FaultKind(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
