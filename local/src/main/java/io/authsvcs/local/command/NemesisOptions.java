package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.nemesis.Onslaught;
import io.authsvcs.local.nemesis.Shares;
import java.util.UUID;
import picocli.CommandLine.Option;

/** What is for the nemesis alone. */
final class NemesisOptions {
    @Option(
            names = "--kills",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "Of nemesis: so many processes die, 100 by default.")
    private int kills = Onslaught.USUAL_KILLS;

    Onslaught onslaught(Cluster cluster, TermsOptions options, long seed) {
        return new Onslaught(
                kills,
                options.operations().orElse(Onslaught.USUAL_OPERATIONS),
                Shares.CHEAP,
                seed,
                cluster.journal("nemesis-" + UUID.randomUUID()));
    }
}
