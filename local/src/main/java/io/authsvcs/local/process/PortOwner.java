package io.authsvcs.local.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who listens on a port, as far as the system's own tools tell this user. */
public final class PortOwner {
    /** {@code ss}: {@code users:(("java",pid=4711,fd=9))}. */
    private static final Pattern SS = Pattern.compile("\\(\\(\"(?<name>[^\"]+)\",pid=(?<pid>\\d+)");
    /** {@code lsof -F pc}: {@code p4711}, then {@code cjava}. */
    private static final Pattern LSOF = Pattern.compile("p(?<pid>\\d+)\\R(?:f.*\\R)?c(?<name>.+)");

    private PortOwner() {}

    /** For example {@code java, pid 4711}. */
    public static Optional<String> find(int port) {
        return name(SS, "ss", "-Hltnp", "sport = :" + port)
                .or(() -> name(LSOF, "lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc"));
    }

    private static Optional<String> name(Pattern pattern, String... command) {
        Matcher matcher = pattern.matcher(Tool.run(command).output());
        return matcher.find() ? Optional.of(matcher.group("name") + ", pid " + matcher.group("pid")) : Optional.empty();
    }
}
