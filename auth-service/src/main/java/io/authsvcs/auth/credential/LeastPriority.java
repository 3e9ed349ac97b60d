package io.authsvcs.auth.credential;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scheduling policy of whoever runs only while nobody else of the same process wants to: Linux's {@code SCHED_IDLE}
 * (sched(7)), which anybody may choose for themselves. Whoever wakes takes the core from such a thread at once, and from
 * any other, whatever its priority, only at the end of a slice of some milliseconds. Java has no word for it.
 */
final class LeastPriority {
    private static final Logger LOG = LoggerFactory.getLogger(LeastPriority.class);
    private static final int CALLING_THREAD = 0;
    private static final int SCHED_IDLE = 5;
    private static final Optional<MethodHandle> SET_SCHEDULER = find();

    private LeastPriority() {}

    // The shape below is the function's, on every Linux.
    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> find() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor shape = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        return System.getProperty("os.name").equals("Linux")
                ? linker.defaultLookup()
                        .find("sched_setscheduler")
                        .map(function -> linker.downcallHandle(function, shape))
                : Optional.empty();
    }

    /** For the calling thread, once and for all; where the machine has no such thing, everything stays as it is. */
    static void take() {
        if (!SET_SCHEDULER.map(LeastPriority::call).orElse(false)) {
            LOG.info("Hashing competes with everything else here: this machine knows no idle priority");
        }
    }

    private static boolean call(MethodHandle setScheduler) {
        try (Arena arena = Arena.ofConfined()) {
            // struct sched_param has one field, which is 0 for this policy.
            MemorySegment parameters = arena.allocate(ValueLayout.JAVA_INT);
            return (int) setScheduler.invokeExact(CALLING_THREAD, SCHED_IDLE, parameters) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("sched_setscheduler could not be called", impossible);
        }
    }
}
