package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.attack.Attack;
import io.authsvcs.local.attack.Commentary;
import io.authsvcs.local.attack.Finding;
import io.authsvcs.local.attack.Report;
import io.authsvcs.local.attack.Terms;
import io.authsvcs.local.attack.Trial;
import io.authsvcs.local.attack.Trials;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.console.LiveLine;
import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.console.Table;
import io.authsvcs.local.process.Interruption;
import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Figure;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "attack",
        mixinStandardHelpOptions = true,
        description = {
            "Tries on the running cluster what somebody may try who means it no good, and says whether every promise was"
                    + " kept. After each trial all that the cluster has written is searched for the secrets that were used.",
            "Without a name it lists what may be tried. By default each does as much as is promised, which takes from minutes"
                    + " to half an hour each.",
            "Users and partners of its own do it, from addresses of 127.0.0.0/8; they stay. The cluster is as it was"
                    + " afterwards, also when it is interrupted; only rotation and revocation of keys can't be undone."
        },
        footer = {
            "%nExit code 0: every promise was kept, 8: one was broken, and is named.",
            "",
            "For example: authctl attack timing guessing",
            "             authctl attack --all --report attacks.md --json attacks.json",
            "             authctl attack fuzz --requests 2000 --seed 5"
        })
final class AttackCommand implements Callable<Integer> {
    private final Authctl authctl;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Of an attack.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Every attack, one after the other.")
    private boolean all;

    @Mixin
    private AttackOptions options = new AttackOptions();

    @Mixin
    private ReportFiles files = new ReportFiles();

    AttackCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public Integer call() {
        List<Trial> trials =
                all ? Trials.all() : names.stream().map(Trials::named).toList();
        if (trials.isEmpty()) {
            list();
            return ExitCode.WELL;
        }
        Cluster cluster = authctl.cluster();
        cluster.checkSupport();
        return hold(cluster, trials).isKept() ? ExitCode.WELL : ExitCode.BROKEN;
    }

    private void list() {
        Table table = new Table("NAME", "WHAT IS TRIED");
        Trials.all().forEach(trial -> table.row(trial.name(), trial.does()));
        table.lines().forEach(authctl.console()::print);
    }

    private Report hold(Cluster cluster, List<Trial> trials) {
        Terms terms = options.terms();
        authctl.console().print("Seed: " + terms.seed());
        Attack attack = new Attack(cluster, terms);
        Environment environment = Environment.here(Version.number(), InstantSource.system());
        List<String> outstanding = trials.stream().map(Trial::name).toList();
        Reporting<Report> reporting = new Reporting<>(files, Report.ofNothing(environment, terms, outstanding));
        PuttingBack deed = PuttingBack.by(attack::putBack, authctl.console());
        Interruption.metWith(
                deed,
                () -> deed.around(() ->
                        trials.forEach(trial -> reporting.goOn(report -> report.with(hold(trial, attack))))));
        return reporting.soFar();
    }

    private Finding hold(Trial trial, Attack attack) {
        Console console = authctl.console();
        console.title(trial.name() + ": " + trial.does());
        Commentary commentary = new Commentary();
        Finding finding;
        try (LiveLine _ = console.watch(() -> trial.name() + "  " + commentary.now())) {
            finding = attack.hold(trial, commentary);
        }
        tell(finding);
        return finding;
    }

    private void tell(Finding finding) {
        Console console = authctl.console();
        console.print((finding.isKept() ? "kept    " : "BROKEN  ") + "after " + Quantities.seconds(finding.took()));
        finding.figures().stream()
                .filter(Figure::isKept)
                .forEach(figure -> console.print("        " + figure.fact() + "."));
        finding.broken().forEach(sentence -> console.print("        BROKEN: " + sentence));
    }
}
