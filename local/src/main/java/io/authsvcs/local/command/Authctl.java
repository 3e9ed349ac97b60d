package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.Progress;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.console.Console.ShownProgress;
import io.authsvcs.local.process.Interruption;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "authctl",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Starts, scales, watches, breaks, administers and stops a cluster of auth-svcs on this machine.",
            "It needs a JDK 25 and nothing else: PostgreSQL is brought along, and everything is kept in .authctl/."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  authctl up              build, start, and log in for the first time",
            "  authctl up --auth 3     the same with three instances",
            "  authctl up --gateways 2 the same with two gateways",
            "  authctl status --json   for scripts",
            "  authctl kill auth-1     see how the others take over",
            "  authctl up              start again what died",
            "  authctl logs auth-1 -f  watch an instance",
            "  authctl restart all     renew the instances one by one",
            "  authctl users import users.jsonl",
            "                          bring users in, with the passwords that they have",
            "  authctl partners create shop",
            "                          make a machine client, and its token",
            "  authctl audit tail      watch who does what",
            "  authctl drain auth-1    send it no more requests; authctl undrain auth-1 does again",
            "  authctl chaos kill      the same under load, with a verdict",
            "  authctl attack guessing try what somebody may who means it no good, with a verdict",
            "  authctl bench --quick   measure it beside a bare gateway, in three minutes",
            "  authctl down            stop everything; the data stays",
            "",
            "authctl help COMMAND tells more about a command, and so does authctl COMMAND --help."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; for status: everything is well",
            "1:it failed, and the message says whose fault it is and what to do",
            "2:the command line is not understood, or makes no sense here",
            "3:the cluster does not run",
            "4:the gateway's port is taken",
            "5:status: something is dead or not in rotation",
            "6:another authctl is at work on this cluster",
            "7:users import: some lines were refused",
            "8:chaos, attack: a promise was broken; bench --quick: a ratio fell"
        })
public final class Authctl {
    private final Console console;
    private final Function<Progress, Cluster> clusters;
    private final Map<String, String> environment;

    /** @param environment the variables of the shell that it is called in */
    Authctl(Console console, Function<Progress, Cluster> clusters, Map<String, String> environment) {
        this.console = console;
        this.clusters = clusters;
        this.environment = Map.copyOf(environment);
    }

    public static void main(String[] arguments) {
        System.exit(new Authctl(Console.standard(), Cluster::ofThisTree, System.getenv()).run(arguments));
    }

    int run(String... arguments) {
        return commandLine()
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(new KnownCommands())
                .setParameterExceptionHandler(new Misunderstanding(console))
                .setExecutionExceptionHandler(new Complaints(console))
                .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    private CommandLine commandLine() {
        CommandLine everything = new CommandLine(this);
        return everything
                .addSubcommand(new UpCommand(this))
                .addSubcommand(new DownCommand(this))
                .addSubcommand(new StatusCommand(this))
                .addSubcommand(new ScaleCommand(this))
                .addSubcommand(new RestartCommand(this))
                .addSubcommand(new DrainCommand(this))
                .addSubcommand(new UndrainCommand(this))
                .addSubcommand(new KillCommand(this))
                .addSubcommand(new ChaosCommand(this))
                .addSubcommand(new AttackCommand(this))
                .addSubcommand(new BenchCommand(this))
                .addSubcommand(new LogsCommand(this))
                .addSubcommand(new CommandLine(new AdminCommand()).addSubcommand(new AdminTokenCommand(this)))
                .addSubcommand(new CommandLine(new UsersCommand())
                        .addSubcommand(new UsersImportCommand(this))
                        .addSubcommand(new UsersFindCommand(this)))
                .addSubcommand(new PartnersCommand(this))
                .addSubcommand(new KeysCommand(this))
                .addSubcommand(new BreachListCommand(this))
                .addSubcommand(new CommandLine(new AuditCommand()).addSubcommand(new AuditTailCommand(this)))
                .addSubcommand(new HelpCommand(everything));
    }

    Console console() {
        return console;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The cluster, for a look. */
    Cluster cluster() {
        return clusters.apply(Progress.silent());
    }

    /** The cluster, for work whose progress is shown. */
    void work(Consumer<Cluster> work) {
        try (ShownProgress progress = console.progress()) {
            Cluster cluster = clusters.apply(progress);
            Parting parting = new Parting(progress::close, console, cluster);
            Interruption.metWith(parting, () -> work.accept(cluster));
        }
    }
}
