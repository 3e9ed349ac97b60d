package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.console.Follower;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a process has written since its start; without a name, what each has, every line with its name.",
            "The files are in .authctl/logs; NAME.previous.log is of the life before."
        })
final class LogsCommand implements Runnable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(365);

    private final Authctl authctl;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "For example auth-1; authctl status lists the names.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what comes, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            converter = WholeNumber.Count.class,
            description = "How many of the last lines of each; 100 if left out.")
    private int lines = 100;

    @Option(names = "--json", description = "Each line as {\"name\", \"line\"}, for scripts.")
    private boolean json;

    LogsCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        Cluster cluster = authctl.cluster();
        List<String> names = name.map(List::of).orElseGet(cluster::names);
        if (follow) {
            follow(names, cluster);
        } else {
            names.forEach(each -> print(each, cluster.log(each).lastLines(lines)));
        }
    }

    private void follow(List<String> names, Cluster cluster) {
        Map<String, Follower> followers = new LinkedHashMap<>();
        for (String each : names) {
            Follower follower = Follower.nearTheEndOf(cluster.log(each).path());
            print(each, last(follower.news()));
            followers.put(each, follower);
        }
        goOn(followers);
    }

    private void goOn(Map<String, Follower> followers) {
        Deadline.in(AS_LONG_AS_IT_TAKES).await(() -> {
            followers.forEach((each, follower) -> print(each, follower.news()));
            return authctl.console().out().checkError();
        });
    }

    private List<String> last(List<String> all) {
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private void print(String process, List<String> written) {
        written.forEach(line -> print(process, line));
    }

    private void print(String process, String line) {
        if (json) {
            authctl.console().print(JSON.writeValueAsString(Map.of("name", process, "line", line)));
        } else {
            authctl.console().print(name.isPresent() ? line : String.format("%-8s | %s", process, line));
        }
    }
}
