package io.authsvcs.local.command;

import io.authsvcs.local.administration.SigningKey;
import io.authsvcs.local.administration.SigningKeys;
import io.authsvcs.local.console.Table;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "The keys that sign access tokens. They rotate by themselves; nobody has to be logged out for it.",
            "A key is next (published, so that everybody knows it before it signs), current (it signs), former (its last"
                    + " tokens are still good) or revoked."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  authctl keys list          which there are, and from when to when",
            "  authctl keys rotate        another key, without refusing a single token",
            "  authctl keys revoke KID    in an emergency: its tokens are refused everywhere within seconds",
        })
final class KeysCommand {
    private static final String UNKNOWN = "-";
    private static final String JSON = "As JSON, for scripts.";

    private final Authctl authctl;

    KeysCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Shows all keys whose tokens may be around.",
                "--json prints {\"keys\": [{\"kid\", \"algorithm\", \"state\", \"createdAt\", \"signsFrom\","
                        + " \"verifiesUntil\"}]}; what is not known yet is left out."
            })
    void list(@Option(names = "--json", description = JSON) boolean json) {
        List<SigningKey> keys = keys().list();
        if (json) {
            authctl.console().print(Json.pretty(Map.of("keys", keys)));
        } else {
            table(keys).lines().forEach(authctl.console()::print);
        }
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Makes another key. It is published at once and signs as soon as everybody had the time to fetch it; the"
                        + " one before it goes on verifying until its last token has run out.",
                "--json prints the new key, with the fields that keys list has."
            })
    void rotate(@Option(names = "--json", description = JSON) boolean json) {
        SigningKey key = keys().rotate();
        authctl.console()
                .print(
                        json
                                ? Json.compact(key)
                                : "Key " + key.kid() + " is " + key.state()
                                        + key.signsFrom()
                                                .map(moment -> "; it signs from " + moment + " on.")
                                                .orElse("."));
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = {
                "Refuses every token of a key, on every instance, within seconds: for a key that has got into wrong hands.",
                "Whoever holds such a token has to log in or refresh. When it was the current key, another one signs at"
                        + " once.",
                "--json prints the revoked key, with the fields that keys list has."
            })
    void revoke(
            @Parameters(paramLabel = "KID", description = "As authctl keys list has it.") String kid,
            @Option(names = "--yes", description = "Don't ask.") boolean yes,
            @Option(names = "--json", description = JSON) boolean json) {
        if (yes || isMeant(kid)) {
            SigningKey key = keys().revoke(kid);
            authctl.console()
                    .print(
                            json
                                    ? Json.compact(key)
                                    : "Key " + kid + " is " + key.state()
                                            + ". Within seconds no instance believes it.");
        } else {
            authctl.console().print("Nothing was done.");
        }
    }

    private boolean isMeant(String kid) {
        return switch (authctl.console().ask("Every access token of key " + kid + " will be refused. Revoke it?")) {
            case GIVEN -> true;
            case DENIED -> false;
            case UNASKED ->
                throw new Fault(
                        FaultKind.USAGE,
                        "authctl",
                        "Revoking a key asks for confirmation, and here is no terminal to ask on.",
                        "Say it is meant: authctl keys revoke " + kid + " --yes.");
        };
    }

    private SigningKeys keys() {
        return authctl.cluster().administration().keys();
    }

    private static Table table(List<SigningKey> keys) {
        Table table = new Table("KID", "ALGORITHM", "STATE", "SIGNS FROM", "VERIFIES UNTIL");
        keys.forEach(key -> table.row(
                key.kid(), key.algorithm(), key.state(), moment(key.signsFrom()), moment(key.verifiesUntil())));
        return table;
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(UNKNOWN);
    }
}
