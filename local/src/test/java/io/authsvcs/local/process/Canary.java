package io.authsvcs.local.process;

import io.authsvcs.local.Progress;
import java.sql.SQLException;
import picocli.CommandLine;

/** Breaks every rule of the architecture, so that each is seen to bite. */
final class Canary {
    private Canary() {}

    static void sing(CommandLine line, Progress progress) throws SQLException {
        System.out.println(line);
        progress.say("tweet");
        throw new SQLException();
    }
}
