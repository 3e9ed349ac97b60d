package io.authsvcs.local.process;

/** What is still to be done when somebody ends this process (Ctrl-C) in the middle of its work. */
public final class Interruption {
    private Interruption() {}

    /** Does the work; whoever interrupts it has the last deed done, which then runs beside what is left of the work. */
    public static void metWith(Runnable lastDeed, Runnable work) {
        Thread hook = new Thread(lastDeed, "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.run();
        } finally {
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            return; // The last deed is being done.
        }
    }
}
