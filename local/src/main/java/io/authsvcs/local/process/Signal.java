package io.authsvcs.local.process;

/** A POSIX signal, sent by the shell's own {@code kill}: every system has one, and Java knows only two of them. */
public enum Signal {
    /** Asks to finish and leave. */
    TERM,
    /** PostgreSQL's fast shutdown: ends connections, writes what is to be written, leaves. */
    INT,
    /** PostgreSQL's immediate shutdown: leaves at once, writing nothing, as in a crash. */
    QUIT,
    /** Ends it at once; nothing can be done against it. */
    KILL,
    /** Freezes it. */
    STOP,
    /** Lets a frozen one go on. */
    CONT;

    /** Does nothing to a process that is gone. */
    public void sendTo(ProcessId process) {
        process.find().ifPresent(this::send);
    }

    private void send(ProcessHandle process) {
        Tool.run("sh", "-c", "kill -s " + name() + " \"$0\"", Long.toString(process.pid()));
    }
}
