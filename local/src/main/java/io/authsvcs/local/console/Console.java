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
    private final Style outStyle;
    private final Style errStyle;

    Console(PrintWriter out, PrintWriter err, Style outStyle, Style errStyle) {
        this.out = out;
        this.err = err;
        this.outStyle = outStyle;
        this.errStyle = errStyle;
    }

    /** The standard streams; the script knows whether the one for errors is a terminal. */
    public static Console standard() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        return new Console(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                Style.of(System.getenv(), terminal, System.out.charset()),
                Style.of(System.getenv(), Boolean.getBoolean("authsvcs.terminal"), System.err.charset()));
    }

    /** Plain text into two writers. */
    public static Console plain(PrintWriter out, PrintWriter err) {
        Style plain = new Style(false, false, true);
        return new Console(out, err, plain, plain);
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
        out.println(outStyle.bold(line));
    }

    /** The culprit's sentence, its last log lines, and what to do. */
    public void complain(Fault fault) {
        err.println(errStyle.red("authctl: ") + fault.sentence());
        fault.lastLines().forEach(line -> err.println("  | " + line));
        err.println(fault.cure());
    }

    /** To be closed before anything else is printed. */
    public ShownProgress progress() {
        return errStyle.interactive()
                ? new LiveProgress(err, errStyle, InstantSource.system())
                : new PlainProgress(err, errStyle, InstantSource.system());
    }

    /** Progress that is on a screen, until it is closed. */
    public sealed interface ShownProgress extends Progress, AutoCloseable permits LiveProgress, PlainProgress {
        @Override
        void close();
    }
}
