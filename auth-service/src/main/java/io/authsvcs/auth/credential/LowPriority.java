package io.authsvcs.auth.credential;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nice value of whoever gives way to those who serve (Linux, by thread; nice(2)), which anybody may raise for themselves.
 * Java has priorities, of which the least means almost as much as the usual one. With a greater one no hash would end while
 * a process that has just started compiles.
 */
final class LowPriority {
    private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);
    private static final int NICER = 10;
    private static final int REFUSED = -1;
    private static final Optional<MethodHandle> NICE = find();

    private LowPriority() {}

    @SuppressWarnings("restricted") // The shape is the function's, on every Linux.
    private static Optional<MethodHandle> find() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        // Elsewhere it is the nice value of the whole process.
        return System.getProperty("os.name").equals("Linux")
                ? linker.defaultLookup().find("nice").map(function -> linker.downcallHandle(function, shape))
                : Optional.empty();
    }

    /** For the calling thread, once and for all; where the machine has no such thing, everything stays as it is. */
    static void take() {
        if (!NICE.map(LowPriority::call).orElse(false)) {
            LOG.info("Hashing competes with everything else here: this machine knows no priorities of threads");
        }
    }

    private static boolean call(MethodHandle nice) {
        try {
            return (int) nice.invokeExact(NICER) != REFUSED;
        } catch (Throwable impossible) {
            throw new IllegalStateException("nice could not be called", impossible);
        }
    }
}
