package io.authsvcs.auth.credential;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a thread have a tenth of a processor that another thread of its process wants as well: a validate takes a
 * millisecond of one, and would wait for the hashes of logins, each of which takes tens. Java's own priorities do nothing
 * on Linux unless the virtual machine is started for it.
 */
final class Courtesy {
    private static final Logger log = LoggerFactory.getLogger(Courtesy.class);

    /** PRIO_PROCESS: on Linux, of the thread whose id is given; 0 is the one that asks. setpriority(2). */
    private static final int THREAD = 0;

    /** The weight that the scheduler gives by it is a tenth of the usual one, sched(7). */
    private static final int NICE = 10;

    private final Optional<MethodHandle> setPriority;

    Courtesy() {
        this.setPriority = isLinux() ? find() : Optional.empty();
    }

    /** What this makes of a thread's work. Where the system knows no such thing, it is as any other. */
    Runnable of(Runnable work) {
        return () -> {
            standBack();
            work.run();
        };
    }

    private void standBack() {
        setPriority.ifPresent(call -> {
            try {
                int failed = (int) call.invokeExact(THREAD, 0, NICE);
                if (failed != 0) {
                    log.warn(
                            "Password hashes compete with validates for the processors: the system refuses setpriority");
                }
            } catch (Throwable broken) {
                throw new IllegalStateException("setpriority could not be called", broken);
            }
        });
    }

    @SuppressWarnings("restricted") // As setpriority(2) has it: three numbers, and no memory of ours.
    private static Optional<MethodHandle> find() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor signature = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return linker.defaultLookup().find("setpriority").map(address -> linker.downcallHandle(address, signature));
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux");
    }
}
