package io.authsvcs.local.console;

import io.authsvcs.local.Progress;
import io.authsvcs.local.fault.Fault;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Where authctl speaks: answers on standard output, what happens meanwhile and complaints on standard error, so that an
 * answer can be piped on.
 */
public final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Style outStyle;
    private final Style errStyle;
    private final Input in;

    Console(PrintWriter out, PrintWriter err, Style outStyle, Style errStyle, Input in) {
        this.in = in;
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
                Style.of(System.getenv(), Boolean.getBoolean("authsvcs.terminal"), System.err.charset()),
                new Input(System.in, terminal));
    }

    /** Plain text into two writers, and nothing to hear. */
    public static Console plain(PrintWriter out, PrintWriter err) {
        return plain(out, err, Input.none());
    }

    /** Plain text into two writers. */
    public static Console plain(PrintWriter out, PrintWriter err, Input in) {
        Style plain = new Style(false, false, true);
        return new Console(out, err, plain, plain, in);
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    public InputStream in() {
        return in.stream();
    }

    public void print(String line) {
        out.println(line);
    }

    /** A sentence beside the answer. */
    public void remark(String sentence) {
        err.println(sentence);
    }

    /** Asks a person, who has to say yes. */
    public Consent ask(String question) {
        if (!in.attended()) {
            return Consent.UNASKED;
        }
        err.print(question + " [y/N] ");
        err.flush();
        return in.line().filter(Console::isYes).isPresent() ? Consent.GIVEN : Consent.DENIED;
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

    /**
     * To be closed before anything else is printed.
     *
     * @param total in bytes; empty when nobody knows
     */
    public Meter meter(String task, OptionalLong total) {
        return errStyle.interactive()
                ? new LiveMeter(err, errStyle, task, total)
                : new PlainMeter(err, errStyle, task, total);
    }

    /** A line that is written anew while something goes on; to be closed before anything else is printed. */
    public LiveLine watch(Supplier<String> line) {
        return new LiveLine(err, errStyle, line);
    }

    private static boolean isYes(String answer) {
        return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
    }

    /** Progress that is on a screen, until it is closed. */
    public sealed interface ShownProgress extends Progress, AutoCloseable permits LiveProgress, PlainProgress {
        @Override
        void close();
    }
}
