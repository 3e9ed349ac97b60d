package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.chaos.Chaos;
import io.authsvcs.local.chaos.Report;
import io.authsvcs.local.chaos.Terms;
import io.authsvcs.local.chaos.Trial;
import io.authsvcs.local.chaos.Trials;
import io.authsvcs.local.console.Table;
import io.authsvcs.local.nemesis.Nemesis;
import io.authsvcs.local.process.Interruption;
import io.authsvcs.local.report.Environment;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Does to the running cluster what may happen to one, under load, and says whether every promise was kept.",
            "Without a name it lists the faults; nemesis, one of them, kills whoever chance picks under operations that are"
                    + " written down, and looks for each of them at the end. It is not among --all.",
            "Users of its own make the load; the cluster is as it was afterwards, also when it is interrupted."
        },
        footer = {
            "%nExit code 0: every promise was kept, 8: one was broken, and is named.",
            "",
            "For example: authctl chaos kill freeze",
            "             authctl chaos --all --report faults.md --json faults.json",
            "             authctl chaos kill --times 50",
            "             authctl chaos nemesis --kills 5 --operations 2000"
        })
final class ChaosCommand implements Callable<Integer> {
    private final Authctl authctl;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Of a fault.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Every fault, one after the other.")
    private boolean all;

    @Mixin
    private TermsOptions options = new TermsOptions();

    @Mixin
    private NemesisOptions nemesis = new NemesisOptions();

    @Mixin
    private ReportFiles files = new ReportFiles();

    ChaosCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public Integer call() {
        List<Trial> trials = trials();
        if (trials.isEmpty() && !wantsNemesis()) {
            list();
            return ExitCode.WELL;
        }
        Cluster cluster = authctl.cluster();
        cluster.checkSupport();
        return hold(cluster, trials).isKept() ? ExitCode.WELL : ExitCode.BROKEN;
    }

    private List<Trial> trials() {
        return all
                ? Trials.all()
                : names.stream()
                        .filter(name -> !isNemesis(name))
                        .map(Trials::named)
                        .toList();
    }

    private void list() {
        Table table = new Table("NAME", "WHAT HAPPENS");
        Trials.all().forEach(trial -> table.row(trial.name(), trial.does()));
        table.row(Nemesis.NAME, NemesisRun.DOES);
        table.lines().forEach(authctl.console()::print);
    }

    private Report hold(Cluster cluster, List<Trial> trials) {
        Terms terms = options.terms();
        Chaos chaos = new Chaos(cluster, terms);
        TrialRun run = new TrialRun(authctl.console(), chaos);
        Reporting<Report> reporting = new Reporting<>(files, Report.ofNothing(environment(), terms, names(trials)));
        PuttingBack deed = PuttingBack.by(chaos::putBack, authctl.console());
        Interruption.metWith(
                deed,
                () -> deed.around(() -> {
                    trials.forEach(trial -> reporting.goOn(report -> report.with(run.hold(trial))));
                    if (wantsNemesis()) {
                        NemesisRun last = new NemesisRun(authctl, chaos);
                        reporting.goOn(
                                report -> report.with(last.hold(nemesis.onslaught(cluster, options, terms.seed()))));
                    }
                }));
        return reporting.soFar();
    }

    private static Environment environment() {
        return Environment.here(Version.number(), InstantSource.system());
    }

    private List<String> names(List<Trial> trials) {
        return Stream.concat(trials.stream().map(Trial::name), names.stream().filter(ChaosCommand::isNemesis))
                .toList();
    }

    private boolean wantsNemesis() {
        return names.stream().anyMatch(ChaosCommand::isNemesis);
    }

    private static boolean isNemesis(String name) {
        return name.equals(Nemesis.NAME);
    }
}
