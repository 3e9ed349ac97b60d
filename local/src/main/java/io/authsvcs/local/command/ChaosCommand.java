package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.chaos.Chaos;
import io.authsvcs.local.chaos.Environment;
import io.authsvcs.local.chaos.Finding;
import io.authsvcs.local.chaos.Report;
import io.authsvcs.local.chaos.Spectator;
import io.authsvcs.local.chaos.Terms;
import io.authsvcs.local.chaos.Trial;
import io.authsvcs.local.chaos.Trials;
import io.authsvcs.local.console.LiveLine;
import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.console.Table;
import io.authsvcs.local.load.Tally;
import io.authsvcs.local.nemesis.Onslaught;
import io.authsvcs.local.nemesis.Outcome;
import io.authsvcs.local.nemesis.Shares;
import io.authsvcs.local.process.Interruption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Does to the running cluster what may happen to one, under load, and says whether every promise was kept.",
            "Without a name it lists the faults; nemesis, one of them, kills whoever chance picks under operations that are"
                    + " written down, and looks for each of them at the end. It is not among --all.",
            " Users of its own make the load; the cluster is as it was afterwards," + " also when it is interrupted."
        },
        footer = {
            "%nExit code 0: every promise was kept, 8: one was broken, and is named.",
            "",
            "For example: authctl chaos kill freeze",
            "             authctl chaos --all --report faults.md --json faults.json",
            "             authctl chaos nemesis --kills 5 --operations 2000"
        })
final class ChaosCommand implements Callable<Integer> {
    private final Authctl authctl;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Of a fault.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Every fault, one after the other.")
    private boolean all;

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = WholeNumber.Rate.class,
            description = "Requests a second, 200 by default.")
    private int rate = Terms.USUAL_RATE;

    @Option(
            names = "--logins",
            paramLabel = "N",
            converter = WholeNumber.Count.class,
            description = "At most so many of them are logins, 4 by default: each costs a password hash.")
    private int logins = Terms.USUAL_LOGINS;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            converter = WholeNumber.Count.class,
            description =
                    "For how long what is broken stays so; by default, or with 0, each fault has a length of its own.")
    private int seconds;

    @Option(
            names = "--kills",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "Of nemesis: so many processes die, 100 by default.")
    private int kills = Onslaught.USUAL_KILLS;

    @Option(
            names = "--operations",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "So many are done: 50000 by default for nemesis, 1000 for cut-answers.")
    private Optional<Integer> operations = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Of the load: the same one picks the same requests.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "The report for people, in Markdown.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "The report for scripts.")
    private Optional<Path> json = Optional.empty();

    ChaosCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public Integer call() {
        List<Trial> trials = all
                ? Trials.all()
                : names.stream()
                        .filter(name -> !isNemesis(name))
                        .map(Trials::named)
                        .toList();
        if (trials.isEmpty() && !wantsNemesis()) {
            list();
            return ExitCode.WELL;
        }
        Cluster cluster = authctl.cluster();
        cluster.checkSupport();
        Report made = hold(cluster, trials);
        report.ifPresent(file -> write(file, made.text()));
        json.ifPresent(file -> write(file, made.json()));
        return made.isKept() ? ExitCode.WELL : ExitCode.BROKEN;
    }

    private void list() {
        Table table = new Table("NAME", "WHAT HAPPENS");
        Trials.all().forEach(trial -> table.row(trial.name(), trial.does()));
        table.row(NemesisRun.NAME, NemesisRun.DOES);
        table.lines().forEach(authctl.console()::print);
    }

    private Report hold(Cluster cluster, List<Trial> trials) {
        Terms terms = terms();
        Chaos chaos = new Chaos(cluster, terms);
        List<Finding> findings = new ArrayList<>();
        PuttingBack deed = PuttingBack.after(chaos, authctl.console());
        List<Outcome> outcomes = new ArrayList<>();
        Interruption.metWith(
                deed,
                () -> deed.around(() -> {
                    trials.forEach(trial -> findings.add(hold(chaos, trial)));
                    if (wantsNemesis()) {
                        outcomes.add(new NemesisRun(authctl, chaos).hold(onslaught(cluster, terms.seed())));
                    }
                }));
        return new Report(
                Environment.here(Version.number(), InstantSource.system()),
                terms,
                findings,
                outcomes.stream().findFirst());
    }

    private boolean wantsNemesis() {
        return names.stream().anyMatch(ChaosCommand::isNemesis);
    }

    private static boolean isNemesis(String name) {
        return name.equals(NemesisRun.NAME);
    }

    private Onslaught onslaught(Cluster cluster, long chosen) {
        return new Onslaught(
                kills,
                operations.orElse(Onslaught.USUAL_OPERATIONS),
                Shares.CHEAP,
                chosen,
                cluster.journal("nemesis-" + UUID.randomUUID()));
    }

    private Finding hold(Chaos chaos, Trial trial) {
        authctl.console().title(trial.name() + ": " + trial.does());
        Finding finding = chaos.hold(trial, spectator(trial));
        tell(finding);
        return finding;
    }

    private Spectator spectator(Trial trial) {
        return glance -> {
            LiveLine line = authctl.console().watch(() -> trial.name() + "  " + words(glance.get()));
            return line::close;
        };
    }

    private void tell(Finding finding) {
        authctl.console()
                .print((finding.isKept() ? "kept    " : "BROKEN  ")
                        + words(new Tally.Glance(
                                finding.count().requests(),
                                finding.count().failures(),
                                finding.count().worst())));
        finding.broken().forEach(sentence -> authctl.console().print("        " + sentence));
    }

    private static String words(Tally.Glance glance) {
        return glance.requests() + " requests, " + glance.failures() + " failures, worst latency "
                + Quantities.milliseconds(glance.worst());
    }

    private Terms terms() {
        Terms terms = Terms.usual(seed.orElseGet(RandomGenerator.getDefault()::nextLong))
                .withRate(rate)
                .withLogins(logins);
        Terms counted = operations.map(terms::withOperations).orElse(terms);
        return seconds == 0 ? counted : counted.withLength(Duration.ofSeconds(seconds));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
