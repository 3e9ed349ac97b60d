package io.authsvcs.local.process;

import com.google.common.hash.BloomFilter;
import io.authsvcs.local.Progress;
import java.sql.SQLException;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine;

/** Breaks every rule of the architecture, so that each is seen to bite. */
final class Canary {
    private Canary() {}

    static void sing(CommandLine line, Progress progress, ProgressBar bar, BloomFilter<String> filter)
            throws SQLException {
        System.out.println(line);
        filter.put("tweet");
        progress.say("tweet");
        bar.close();
        throw new SQLException();
    }
}
