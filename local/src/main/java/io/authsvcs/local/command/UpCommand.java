package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.DemoLogin;
import io.authsvcs.local.Settings;
import io.authsvcs.local.Specification;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.database.DatabaseUrl;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the cluster, or what is missing of it, and logs a demo user in through the gateway.",
            "What is left out stays as it was the last time; the first time there are two instances behind port 8080,"
                    + " with a PostgreSQL of their own. After authctl scale 0 there are two again.",
            "Each variable of this shell whose name begins with AUTH_ is a setting of the instances, with GATEWAY_ one of"
                    + " the gateway, AUTH_CONTRACTS of both: AUTH_CONTRACTS=altegio,slide authctl up. Settings are kept"
                    + " for every later start until they are given anew, an empty value being one too, or --defaults."
                    + " authctl status shows them."
        },
        footer = {
            "%nA running cluster is changed to what is asked for: instances come and go, the gateway moves to another"
                    + " port, and whoever has other settings now is restarted. Whatever was built anew since its start goes"
                    + " on as it is until authctl restart."
        })
final class UpCommand implements Runnable {
    private static final String OWN_DATABASE = "embedded";

    private final Authctl authctl;

    @Option(
            names = "--auth",
            paramLabel = "N",
            converter = WholeNumber.FirstInstances.class,
            description = "How many instances of auth-svcs, 1 to 20; authctl scale 0 stops those of a running cluster.")
    private Optional<Integer> auth = Optional.empty();

    @Option(
            names = "--gateways",
            paramLabel = "N",
            converter = WholeNumber.Gateways.class,
            description =
                    "How many gateways, 1 to 5, each of which serves everything; those after the first are at any free"
                            + " ports, which they keep.")
    private Optional<Integer> gateways = Optional.empty();

    @Option(
            names = "--registries",
            paramLabel = "N",
            converter = WholeNumber.Registries.class,
            description = "How many registries, 1 to 3, each of which knows what the others know. With another number"
                    + " everything but the database is restarted.")
    private Optional<Integer> registries = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "P",
            converter = WholeNumber.Port.class,
            description = "The first gateway's port on 127.0.0.1; 0 takes any free one.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "A PostgreSQL of yours, as postgresql://user:password@host:5432/database;"
                    + " \"embedded\" returns to the one that is brought along.")
    private Optional<String> database = Optional.empty();

    @Option(
            names = "--fresh",
            description =
                    "Begin anew: stops what runs, and removes the logs, the mail and the embedded PostgreSQL's data."
                            + " Settings are forgotten as with --defaults. Passwords stay, and so does what is left out.")
    private boolean fresh;

    @Option(names = "--defaults", description = "Forget the settings that were kept; those of this shell count.")
    private boolean defaults;

    @Option(
            names = "--rehearse",
            description =
                    "Start and stop a small cluster first, unless this build had its rehearsal: up to two minutes,"
                            + " after which every start costs half. A build by authctl brings its own.")
    private boolean rehearse;

    UpCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        InstantSource clock = InstantSource.system();
        var begun = clock.instant();
        List<String> started = new ArrayList<>();
        authctl.work(cluster -> started.addAll(up(cluster)));
        DemoLogin login = authctl.cluster().demoLogin();
        report(started, login, Readiness.after(Duration.between(begun, clock.instant())));
    }

    private List<String> up(Cluster cluster) {
        Specification last = cluster.specification().orElseGet(Specification::standard);
        Specification asked = asked(last);
        Cluster able = rehearse ? cluster.rehearsed() : cluster;
        return fresh ? able.upAnew(asked) : able.up(asked);
    }

    Specification asked(Specification last) {
        int count = auth.orElse(last.serving().authInstances());
        Specification asked = last.withAuthInstances(count)
                .withGateways(gateways.orElse(last.gateways()))
                .withRegistries(registries.orElse(last.registries()))
                .withGatewayPort(port.orElse(last.gatewayPort()))
                .withSettings(settings(last));
        return database.map(url -> withDatabase(asked, url)).orElse(asked);
    }

    private Settings settings(Specification last) {
        Settings kept = defaults || fresh ? Settings.none() : last.settings();
        return kept.with(Settings.among(authctl.environment()));
    }

    private static Specification withDatabase(Specification asked, String url) {
        return url.equals(OWN_DATABASE) ? asked.withOwnDatabase() : asked.withDatabase(new DatabaseUrl(url));
    }

    private List<String> settings() {
        return authctl.cluster()
                .specification()
                .map(Specification::settings)
                .map(SettingLines::of)
                .orElse(List.of());
    }

    private void report(List<String> started, DemoLogin login, Readiness readiness) {
        Console console = authctl.console();
        console.title(
                started.isEmpty()
                        ? "Everything runs already, at " + login.gateway()
                        : readiness + ", at " + login.gateway());
        console.print("");
        console.print("Demo user: " + login.email());
        console.print("Password:  " + login.password());
        console.print("Mail:      " + authctl.cluster().mail());
        settings().forEach(line -> console.print("Setting:   " + line));
        console.print("");
        console.print("Log in:");
        console.print("  " + login.curl());
        console.print("It answers:");
        console.print("  " + login.answer());
    }
}
