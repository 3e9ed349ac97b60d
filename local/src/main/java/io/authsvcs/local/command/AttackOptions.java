package io.authsvcs.local.command;

import io.authsvcs.local.attack.Terms;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;

/** How much of everything, and from which seed. */
final class AttackOptions {
    @Option(
            names = "--calls",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "Of timing: so many of each kind at the canonical login, 2000 by default, and a quarter of it"
                    + " elsewhere. Times are judged from 400 on.")
    private int calls = Terms.CALLS;

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = WholeNumber.Count.class,
            description =
                    "Of timing and rotation: requests a second beside which that is done, 200 by default; timing does"
                            + " without for 0. Half of what your machine can do is promised.")
    private int rate = Terms.RATE;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            converter = WholeNumber.Count.class,
            description = "Of guessing: for so long one account is guessed at, 15 by default; 0: as short as can be.")
    private int minutes = Terms.GUESSING_MINUTES;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "Of stuffing: so many are guessed at once each, 10000 by default.")
    private int accounts = Terms.ACCOUNTS;

    @Option(
            names = "--requests",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "Of fuzz: so many are spoilt, 100000 by default; rogue sends a tenth of it, 200 at least.")
    private int requests = Terms.REQUESTS;

    @Option(
            names = "--clients",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description =
                    "Of slow-clients: so many are slow, 2000 by default; a tenth send large bodies, a quarter log in.")
    private int clients = Terms.CLIENTS;

    @Option(
            names = "--rotations",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "Of rotation: so many, 10 by default.")
    private int rotations = Terms.ROTATIONS;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            converter = WholeNumber.RotationSeconds.class,
            description = "Of rotation: from one to the next, 60 by default.")
    private int every = Terms.EVERY_SECONDS;

    @Option(names = "--seed", paramLabel = "N", description = "The same one picks the same order, and spoils the same.")
    private Optional<Long> seed = Optional.empty();

    Terms terms() {
        return new Terms(
                calls,
                accounts,
                requests,
                clients,
                Duration.ofMinutes(minutes),
                rotations,
                Duration.ofSeconds(every),
                rate,
                seed.orElseGet(RandomGenerator.getDefault()::nextLong));
    }
}
