package io.authsvcs.local.command;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.bench.Bench;
import io.authsvcs.local.bench.Contestant;
import io.authsvcs.local.bench.Recorded;
import io.authsvcs.local.bench.Report;
import io.authsvcs.local.bench.Terms;
import io.authsvcs.local.console.Console.ShownProgress;
import io.authsvcs.local.console.LiveLine;
import io.authsvcs.local.process.Interruption;
import io.authsvcs.local.report.Environment;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what the gateway serves, and what that costs, beside others that are measured in the same run: an instance"
                    + " alone, a bare Spring Cloud Gateway, nginx in front of the gateway, and Keycloak.",
            "It starts a cluster of its own, with an empty database; another one that runs meanwhile takes its share of the"
                    + " machine. The load comes from wrk, which is fetched where it is not installed."
        },
        footer = {
            "%nExit code 0: it was measured, whatever came of it; 8, with --quick: a ratio is worse by more than 20 %% than it"
                    + " was when benchmark/recorded.json was written.",
            "",
            "For example: authctl bench --report docs/performance.md",
            "             authctl bench --against growth --report growth.md",
            "             authctl bench --quick",
            "             authctl bench --quick --json benchmark/recorded.json"
        })
final class BenchCommand implements Callable<Integer> {
    private static final Path RECORDED = Path.of("benchmark", "recorded.json");

    private final Authctl authctl;
    private final AtomicReference<String> now = new AtomicReference<>("");

    @Option(names = "--quick", description = "Few rounds, within 3 minutes, compared with what was recorded.")
    private boolean quick;

    @Option(
            names = "--against",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Who is measured beside the gateway: instance, bare, login, nginx, keycloak, micro, scale, growth. All but the last two by default; with"
                            + " --quick instance and bare.")
    private List<String> against = List.of();

    @Option(
            names = "--sessions",
            paramLabel = "COUNT",
            split = ",",
            defaultValue = "1000,100000,10000000",
            description = "How many sessions growth makes in the database, from few to many, and a user for each ten:"
                    + " ${DEFAULT-VALUE} by default.")
    private List<Long> sessions = List.of();

    @Mixin
    private ReportFiles files = new ReportFiles();

    BenchCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public Integer call() {
        Workshop workshop = Workshop.find();
        Map<String, Double> recorded = Recorded.in(workshop.root().resolve(RECORDED));
        Terms terms = quick ? Terms.quick() : Terms.usual();
        Report report = measure(new Bench(workshop, contestants(), terms, now::set), terms);
        authctl.console().print(report.text());
        return quick ? compare(report, recorded) : ExitCode.WELL;
    }

    private Set<Contestant> contestants() {
        EnumSet<Contestant> wanted = EnumSet.of(Contestant.GATEWAY);
        if (against.isEmpty()) {
            wanted.addAll(quick ? Contestant.usual() : Contestant.usuallyReported());
        }
        against.stream().map(Contestant::named).forEach(wanted::add);
        if (wanted.contains(Contestant.GROWTH)) {
            // Logins are warmed up then.
            wanted.add(Contestant.LOGIN);
        }
        return wanted;
    }

    private Report measure(Bench bench, Terms terms) {
        Environment environment = Environment.here(Version.number(), InstantSource.system());
        Reporting<Report> reporting = new Reporting<>(files, Report.ofNothing(environment, terms));
        PuttingBack deed = PuttingBack.by(bench::close, authctl.console());
        Interruption.metWith(
                deed,
                () -> deed.around(() -> {
                    try (ShownProgress progress = authctl.console().progress()) {
                        reporting.goOn(report -> bench.begin(report, progress));
                    }
                    try (LiveLine _ = authctl.console().watch(now::get)) {
                        reporting.goOn(bench::warmUp);
                        for (int round = 0; round < terms.rounds(); round++) {
                            reporting.goOn(bench::round);
                        }
                        reporting.goOn(bench::scale);
                        reporting.goOn(report -> bench.grow(report, sessions));
                        reporting.goOn(bench::end);
                        reporting.goOn(bench::micro);
                    }
                }));
        return reporting.soFar();
    }

    private int compare(Report report, Map<String, Double> recorded) {
        List<String> fallen = report.fallenFrom(recorded);
        fallen.forEach(sentence -> authctl.console().print("FELL    " + sentence + "."));
        if (recorded.isEmpty()) {
            authctl.console().remark("Nothing is recorded to compare with: --json " + RECORDED + " records this.");
        }
        return fallen.isEmpty() ? ExitCode.WELL : ExitCode.BROKEN;
    }
}
