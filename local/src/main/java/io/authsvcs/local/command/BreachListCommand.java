package io.authsvcs.local.command;

import io.authsvcs.common.BreachListHeader;
import io.authsvcs.local.breach.BreachListBuild;
import io.authsvcs.local.console.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "breach-list",
        mixinStandardHelpOptions = true,
        description = "Passwords that are known from breaches elsewhere, which nobody shall set any more.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  authctl breach-list build rockyou.txt breached.bin",
            "  AUTH_PASSWORDS_BREACHLIST=$PWD/breached.bin authctl up",
        })
final class BreachListCommand {
    private final Authctl authctl;

    BreachListCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Command(
            name = "build",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a file, for the setting AUTH_PASSWORDS_BREACHLIST, of a text with a password a line, or its SHA-1 in"
                        + " hexadecimal digits, with or without a colon and how often it was seen (as Have I Been Pwned"
                        + " publishes them).",
                "Of each password it takes some bits: 2 bytes for one in 1000, 3 for one in 100000. An instance takes a file"
                        + " of up to a quarter of its heap. Lines that are no text are left out.",
                "It needs no cluster, reads the text twice, and shows no password."
            })
    void build(
            @Parameters(paramLabel = "FROM", description = "The text.") Path from,
            @Parameters(paramLabel = "TO", description = "The file to make, or to make anew.") Path to,
            @Option(
                            names = "--one-in",
                            paramLabel = "N",
                            defaultValue = "1000",
                            converter = WholeNumber.Odds.class,
                            description = "Of so many other passwords one may be taken for a breached one"
                                    + " (default: ${DEFAULT-VALUE}).")
                    int oneIn,
            @Option(
                            names = "--at-least",
                            paramLabel = "N",
                            defaultValue = "1",
                            converter = WholeNumber.Count.class,
                            description = "Leave out what was seen less often (default: ${DEFAULT-VALUE}).")
                    int atLeast) {
        BreachListHeader made;
        try (Meter meter = authctl.console().meter("breach-list", total(from))) {
            made = new BreachListBuild(1.0 / oneIn, atLeast, meter::at).run(from, to);
        }
        authctl.console()
                .print("Kept " + made.passwords() + " passwords in " + to + "; of " + oneIn
                        + " others, one is taken for one of them.");
    }

    private static OptionalLong total(Path from) {
        try {
            return OptionalLong.of(BreachListBuild.READINGS * Files.size(from));
        } catch (IOException unreadable) { // which the reading will tell of
            return OptionalLong.empty();
        }
    }
}
