package io.authsvcs.local.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An application ready to be started.
 *
 * @param jar extracted, with its libraries beside it
 * @param startCache what the virtual machine learnt in an earlier life (JEP 514); it may not be there, and one that does
 *     not fit is left unused by the virtual machine itself
 */
public record PreparedApplication(Application application, Path jar, Path startCache) {
    /**
     * They are the same in every life, as a cache asks. The serial collector is the smallest, with one thread. What a start
     * took of native memory is given back. The cache is mapped where it was written for, so that instances share what is
     * in it, at addresses that are the same in every life.
     */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TrimNativeHeapInterval=2000",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "--enable-native-access=ALL-UNNAMED",
            "-Xlog:disable",
            "-Xlog:all=error:stderr");

    public boolean isRehearsed() {
        return Files.exists(startCache);
    }

    /**
     * The command line of a normal life. Without a cache the second compiler stays out: four processes that start at the
     * same time on two cores are ready in half the time, and serve a little slower.
     */
    public List<String> command() {
        return isRehearsed()
                ? command(List.of("-XX:AOTCache=" + startCache))
                : command(List.of("-XX:AOTMode=off", "-XX:TieredStopAtLevel=1"));
    }

    /** The command line of a life at whose end the cache is written. */
    public List<String> rehearsal() {
        return command(List.of("-XX:AOTCacheOutput=" + startCache));
    }

    /** How somebody else's program begins that is measured beside one of ours: as that one, but for the start cache. */
    public static List<String> commandBeside(Application ours) {
        List<String> command = new ArrayList<>(List.of(Java.executable().toString()));
        command.addAll(FLAGS);
        command.addAll(ours.options());
        return command;
    }

    private List<String> command(List<String> startFlags) {
        List<String> command = commandBeside(application);
        command.addAll(startFlags);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
