package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.administration.PartnerToken;
import io.authsvcs.local.administration.Partners;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.console.Table;
import io.authsvcs.local.fuzz.Complaint;
import io.authsvcs.local.fuzz.Fuzz;
import io.authsvcs.local.fuzz.Newcomers;
import io.authsvcs.local.fuzz.Tally;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the running cluster spoilt requests of every documented call, and looks at each answer: no status of 500"
                    + " and more but 503, the body in its call's format and of the status that it says, no word of the inside,"
                    + " an end in time; and nobody dies of it.",
            "Users and a partner of its own do it; they stay, and the partner is disabled at the end."
        },
        footer = {
            "%nExit code 0: nothing to complain of, 8: something, and the first of it is shown.",
            "",
            "For example: authctl fuzz --requests 100000",
            "             authctl fuzz --seed 5"
        })
final class FuzzCommand implements Callable<Integer> {
    private final Authctl authctl;

    @Option(
            names = "--requests",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "So many of them, 2000 by default.")
    private int requests = 2_000;

    @Option(names = "--seed", paramLabel = "N", description = "The same one spoils the same requests the same.")
    private Optional<Long> seed = Optional.empty();

    FuzzCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public Integer call() {
        Cluster cluster = authctl.cluster();
        cluster.checkSupport();
        long chosen = seed.orElseGet(RandomGenerator.getDefault()::nextLong);
        authctl.console().print("Seed: " + chosen);
        Map<String, OptionalLong> before = processes(cluster);
        Tally tally = fuzz(cluster, chosen);
        Map<String, OptionalLong> after = processes(cluster);
        show(tally, authctl.console());
        if (!after.equals(before)) {
            authctl.console().print("BROKEN  the processes were " + before + ", and are " + after);
        }
        return tally.isClean() && after.equals(before) ? ExitCode.WELL : ExitCode.BROKEN;
    }

    private Tally fuzz(Cluster cluster, long chosen) {
        Partners partners = cluster.administration().partners();
        PartnerToken partner = partners.create("fuzz " + UUID.randomUUID());
        try {
            return new Fuzz(cluster.url(), new Newcomers(cluster.url(), partner.token())).run(requests, chosen);
        } finally {
            partners.disable(partner.id());
        }
    }

    private static Map<String, OptionalLong> processes(Cluster cluster) {
        return cluster.status().processes().stream()
                .collect(Collectors.toMap(ProcessStatus::name, ProcessStatus::pid, (one, other) -> one, TreeMap::new));
    }

    private static void show(Tally tally, Console console) {
        Table table = new Table("REPLY", "HOW OFTEN");
        new TreeMap<>(tally.replies()).forEach((reply, count) -> table.row(reply, count.toString()));
        table.lines().forEach(console::print);
        tally.first().forEach(complaint -> show(complaint, console));
        console.print((tally.isClean() ? "kept    " : "BROKEN  ") + tally.requests() + " requests, complaints: "
                + tally.complaints());
    }

    private static void show(Complaint complaint, Console console) {
        console.print("");
        console.print("Request " + complaint.number() + ": " + complaint.what());
        console.print(printable(complaint.request()));
        console.print("was answered:");
        console.print(printable(complaint.reply()));
    }

    /** Of whatever bytes, what a terminal may be shown. */
    private static String printable(String text) {
        return text.replace("\r\n", "\n")
                .codePoints()
                .mapToObj(code -> code == '\n' || (code >= ' ' && code < 0x7f)
                        ? Character.toString(code)
                        : String.format("\\x%02x", code))
                .collect(Collectors.joining());
    }
}
