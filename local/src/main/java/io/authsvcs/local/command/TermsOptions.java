package io.authsvcs.local.command;

import io.authsvcs.local.chaos.Terms;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;

/** How hard, how long, how often, and from which seed. */
final class TermsOptions {
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
            names = "--times",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "So many times over, under one load: once by default, database-outages three times.")
    private Optional<Integer> times = Optional.empty();

    @Option(
            names = "--operations",
            paramLabel = "N",
            converter = WholeNumber.Deaths.class,
            description = "So many are done: 50000 by default for nemesis, 1000 for cut-answers.")
    private Optional<Integer> operations = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Of the load: the same one picks the same requests.")
    private Optional<Long> seed = Optional.empty();

    Terms terms() {
        Terms terms = Terms.usual(seed.orElseGet(RandomGenerator.getDefault()::nextLong))
                .withRate(rate)
                .withLogins(logins);
        Terms counted = operations.map(terms::withOperations).orElse(terms);
        Terms repeated = times.map(counted::withTimes).orElse(counted);
        return seconds == 0 ? repeated : repeated.withLength(Duration.ofSeconds(seconds));
    }

    /** Where they were asked for. */
    Optional<Integer> operations() {
        return operations;
    }
}
