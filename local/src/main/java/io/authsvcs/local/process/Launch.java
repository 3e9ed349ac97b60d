package io.authsvcs.local.process;

import io.authsvcs.local.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process to be started, for longer than this one lives.
 *
 * <p>It gets a session of its own where the system can, so that Ctrl-C in this terminal does not reach it, and an
 * environment of its own, so that a variable of the caller's shell does not configure it by accident.
 *
 * @param environment its variables beyond the few that every program needs; the place for secrets, which a command
 *     line would show to every user
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path directory, LogFile log) {
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public ProcessId start() {
        return start(Haste.USUAL);
    }

    public ProcessId start(Haste haste) {
        log.rotate();
        try {
            return ProcessId.of(builder(haste).start().toHandle());
        } catch (IOException refused) {
            throw Fault.failed(
                            name,
                            name + " could not be started: " + refused.getMessage(),
                            "Check that " + command.getFirst() + " is there and may be run.")
                    .causedBy(refused);
        }
    }

    private ProcessBuilder builder(Haste haste) {
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(haste))
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.path().toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        return builder;
    }

    private List<String> inOwnSession(Haste haste) {
        List<String> whole = new ArrayList<>(command);
        Tool.find("setsid").ifPresent(setsid -> {
            whole.addAll(0, haste.begin());
            whole.addFirst(setsid.toString());
        });
        return whole;
    }

    /** Without the environment: it holds secrets. */
    @Override
    public String toString() {
        return name + " " + command;
    }
}
