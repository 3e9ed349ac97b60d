package io.authsvcs.local.process;

import java.time.Duration;

/** How a process is ended: asked first, made to after its time is up. */
public final class Stopping {
    private Stopping() {}

    /** Whether it left by itself. In any case it is gone when this returns. */
    public static boolean gracefully(ProcessId process, Signal signal, Duration patience) {
        signal.sendTo(process);
        boolean left = Deadline.in(patience).await(() -> !process.isAlive());
        if (!left) {
            atOnce(process);
        }
        return left;
    }

    /** SIGKILL; returns when it is gone, which its children notice a moment later. */
    public static void atOnce(ProcessId process) {
        Signal.KILL.sendTo(process);
        Deadline.in(Duration.ofSeconds(10)).await(() -> !process.isAlive());
    }
}
