package io.authsvcs.local.console;

import io.authsvcs.local.Progress;
import io.authsvcs.local.fault.Fault;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where authctl speaks: answers on standard output, what happens meanwhile and complaints on standard error, so that an
 * answer can be piped on.
 */
public final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Style style;

    Console(PrintWriter out, PrintWriter err, Style style) {
        this.out = out;
        this.err = err;
        this.style = style;
    }

    /** The standard streams. */
    public static Console standard() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        Style style = Style.of(System.getenv(), terminal, System.out.charset());
        return new Console(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                style);
    }

    /** Plain text into two writers. */
    public static Console plain(PrintWriter out, PrintWriter err) {
        return new Console(out, err, new Style(false, false, true));
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    public void print(String line) {
        out.println(line);
    }

    public void title(String line) {
        out.println(style.bold(line));
    }

    /** The culprit's sentence, its last log lines, and what to do. */
    public void complain(Fault fault) {
        err.println(style.red("authctl: ") + fault.sentence());
        fault.lastLines().forEach(line -> err.println("  | " + line));
        err.println(fault.cure());
    }

    /** To be closed before anything else is printed. */
    public ShownProgress progress() {
        return style.interactive()
                ? new LiveProgress(err, style, InstantSource.system())
                : new PlainProgress(err, style, InstantSource.system());
    }

    /** Progress that is on a screen, until it is closed. */
    public sealed interface ShownProgress extends Progress, AutoCloseable permits LiveProgress, PlainProgress {
        @Override
        void close();
    }
}
