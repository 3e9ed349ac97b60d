package io.authsvcs.local.command;

/** How a command can end, beside the kinds of fault, which bring their own. */
final class ExitCode {
    static final int WELL = 0;
    static final int NOT_RUNNING = 3;
    static final int DEGRADED = 5;
    static final int REFUSED = 7;
    static final int BROKEN = 8;

    private ExitCode() {}
}
