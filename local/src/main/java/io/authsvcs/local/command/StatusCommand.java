package io.authsvcs.local.command;

import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.console.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows each process as it is now, what the registries say of it, and what the gateways see.",
            "STATE is running, unready (it runs and says that it can't serve), dead (nobody stopped it) or stopped.",
            "GATEWAY is starting, up (it gets requests), draining (it was taken out of rotation, or leaves), ejected (it did"
                    + " not answer as it should) or gone. Where gateways or registries differ, each is named with what it"
                    + " says."
        },
        footer = {
            "%nExit code 0: all is well, 3: nothing runs, 5: something is not as it should be, or there is no"
                    + " instance.",
            "",
            "--json prints {\"gateway\": URL, \"database\": PLACE, \"mail\": FOLDER, \"metrics\": URL, \"settings\":"
                    + " {NAME: VALUE}, \"processes\": [{\"name\", \"kind\", \"pid\", \"port\", \"state\", \"registryState\", \"gatewayState\", \"memoryBytes\", \"registryStates\", \"gatewayStates\"}], \"gateways\": [URL]}; kind is gateway, auth, registry or"
                    + " database; PLACE is where a database of yours is, null for the embedded one;"
                    + " FOLDER is where messages to users are put; gateway and metrics are the first gateway's; VALUE is null where it may be"
                    + " a secret; pid and memoryBytes are null for what doesn't run; registryState and gatewayState are what all agree on, or text"
                    + " that names each, or null for what nobody knows; registryStates and gatewayStates have {NAME: STATE}"
                    + " of each that runs."
        })
final class StatusCommand implements Callable<Integer> {
    private static final String NOTHING = "-";

    private final Authctl authctl;

    @Option(names = "--json", description = "As JSON, for scripts.")
    private boolean json;

    StatusCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public Integer call() {
        ClusterStatus status = authctl.cluster().status();
        if (json) {
            authctl.console().print(StatusJson.of(status));
        } else {
            show(status, authctl.console());
        }
        return exitCode(status);
    }

    private static int exitCode(ClusterStatus status) {
        if (!status.isRunning()) {
            return ExitCode.NOT_RUNNING;
        }
        return status.isWell() ? ExitCode.WELL : ExitCode.DEGRADED;
    }

    private static void show(ClusterStatus status, Console console) {
        if (!status.processes().isEmpty()) {
            table(status).lines().forEach(console::print);
            console.print("");
        }
        status.database().ifPresent(place -> console.print("Database: " + place));
        console.print("Mail: " + status.mail());
        status.metrics().forEach(url -> console.print("Metrics: " + url));
        SettingLines.of(status.settings()).forEach(line -> console.print("Setting: " + line));
        console.print(Verdict.on(status));
    }

    private static Table table(ClusterStatus status) {
        Table table = new Table("NAME", "PID", "PORT", "STATE", "REGISTRY", "GATEWAY", "MEMORY");
        status.processes().forEach(process -> row(process, table));
        return table;
    }

    private static void row(ProcessStatus process, Table table) {
        table.row(
                process.name(),
                process.pid().isPresent() ? Long.toString(process.pid().getAsLong()) : NOTHING,
                process.port() == 0 ? NOTHING : Integer.toString(process.port()),
                process.state().word(),
                process.registryState().orElse(NOTHING),
                process.gatewayState().orElse(NOTHING),
                process.memoryBytes().isPresent()
                        ? Quantities.bytes(process.memoryBytes().getAsLong())
                        : NOTHING);
    }
}
