package io.authsvcs.local.process;

import io.authsvcs.local.Progress;
import java.sql.SQLException;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine;

/** Breaks every rule of the architecture, so that each is seen to bite. */
final class Canary {
    private Canary() {}

    static void sing(CommandLine line, Progress progress, ProgressBar bar) throws SQLException {
        System.out.println(line);
        progress.say("tweet");
        bar.close();
        throw new SQLException();
    }
}
