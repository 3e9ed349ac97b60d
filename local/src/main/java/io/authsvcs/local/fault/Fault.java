package io.authsvcs.local.fault;

import java.util.List;

/** What went wrong, whose doing it was, the last lines of that one's log, and what to do about it. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final FaultKind kind;
    private final String culprit;
    private final String sentence;
    private final String cure;
    private final List<String> lastLines;

    /**
     * @param culprit the process's name, or what else is to blame
     * @param cure a whole sentence: what the reader does next
     */
    public Fault(FaultKind kind, String culprit, String sentence, String cure) {
        this(kind, culprit, sentence, cure, List.of());
    }

    private Fault(FaultKind kind, String culprit, String sentence, String cure, List<String> lastLines) {
        super(render(sentence, cure, lastLines));
        this.kind = kind;
        this.culprit = culprit;
        this.sentence = sentence;
        this.cure = cure;
        this.lastLines = List.copyOf(lastLines);
    }

    public static Fault failed(String culprit, String sentence, String cure) {
        return new Fault(FaultKind.FAILED, culprit, sentence, cure);
    }

    /** The same fault, with what its culprit wrote last. */
    public Fault withLog(List<String> lines) {
        return new Fault(kind, culprit, sentence, cure, lines);
    }

    public Fault causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public FaultKind kind() {
        return kind;
    }

    public String culprit() {
        return culprit;
    }

    public String sentence() {
        return sentence;
    }

    public String cure() {
        return cure;
    }

    public List<String> lastLines() {
        return lastLines;
    }

    private static String render(String sentence, String cure, List<String> lines) {
        StringBuilder text = new StringBuilder(sentence);
        lines.forEach(line -> text.append(System.lineSeparator()).append("  | ").append(line));
        return text.append(System.lineSeparator()).append(cure).toString();
    }
}
