package io.authsvcs.auth.credential;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nice value of whoever gives way to those who serve (Linux, by thread; setpriority(2)), which anybody may choose for
 * themselves. Java has priorities, of which the least means almost as much as the usual one. It is that of the virtual
 * machine's compilers: with a greater one no hash would end while a process that has just started compiles.
 */
final class LowPriority {
    private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);
    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    private static final int NICE = 10;
    private static final Optional<MethodHandle> SET_PRIORITY = find();

    private LowPriority() {}

    @SuppressWarnings("restricted") // The shape is the function's, on every Linux.
    private static Optional<MethodHandle> find() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor shape = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        // Elsewhere it is the nice value of the whole process.
        return System.getProperty("os.name").equals("Linux")
                ? linker.defaultLookup().find("setpriority").map(function -> linker.downcallHandle(function, shape))
                : Optional.empty();
    }

    /** For the calling thread, once and for all; where the machine has no such thing, everything stays as it is. */
    static void take() {
        if (!SET_PRIORITY.map(LowPriority::call).orElse(false)) {
            LOG.info("Hashing competes with everything else here: this machine knows no priorities of threads");
        }
    }

    private static boolean call(MethodHandle setPriority) {
        try {
            return (int) setPriority.invokeExact(PRIO_PROCESS, CALLING_THREAD, NICE) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("setpriority could not be called", impossible);
        }
    }
}
