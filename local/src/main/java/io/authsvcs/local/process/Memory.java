package io.authsvcs.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The resident memory of a process and its children, in bytes; what several of them share counts once. */
public final class Memory {
    private static final Pattern WHOLE = Pattern.compile("^Rss:\\s+(\\d+) kB", Pattern.MULTILINE);
    private static final Pattern SHARE = Pattern.compile("^Pss:\\s+(\\d+) kB", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d+)\\s*");

    private Memory() {}

    /** Empty when it is gone or may not be looked at. */
    public static OptionalLong of(ProcessId process) {
        return of(process, SHARE);
    }

    /** The same, where what several of them share counts for each. */
    public static OptionalLong withAllThatIsShared(ProcessId process) {
        return of(process, WHOLE);
    }

    private static OptionalLong of(ProcessId process, Pattern what) {
        return process.find().map(root -> ofTree(root, what)).orElse(OptionalLong.empty());
    }

    private static OptionalLong ofTree(ProcessHandle root, Pattern what) {
        long kibibytes = Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(process -> kibibytes(process.pid(), what))
                .sum();
        return kibibytes == 0 ? OptionalLong.empty() : OptionalLong.of(kibibytes * 1024);
    }

    private static long kibibytes(long pid, Pattern what) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            return number(what.matcher(Files.readString(rollup)));
        } catch (IOException notLinux) {
            return number(NUMBER.matcher(
                    Tool.run("ps", "-o", "rss=", "-p", Long.toString(pid)).output()));
        }
    }

    private static long number(Matcher matcher) {
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
