package io.authsvcs.local.command;

import io.authsvcs.local.administration.Partner;
import io.authsvcs.local.administration.PartnerToken;
import io.authsvcs.local.administration.Partners;
import io.authsvcs.local.console.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "partners",
        mixinStandardHelpOptions = true,
        description = {
            "Partners are machine clients, each with a token of its own: they ask whose a user's token is, and revoke it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  authctl partners create shop     make one; prints its id and its token",
            "  authctl partners list            who there is",
            "  authctl partners rotate ID --overlap 3600",
            "                                   another token; the old one has an hour left",
            "  authctl partners disable ID      refuse its tokens, until it is enabled again",
            "",
            "Its token, in a script, and what it is good for:",
            "  TOKEN=$(authctl partners create shop --json |",
            "    sed 's/.*\"token\":\"\\([^\"]*\\)\".*/\\1/')",
            "  curl http://localhost:8080/oauth2/introspect \\",
            "    -H \"Authorization: Bearer $TOKEN\" -d token=A-TOKEN"
        })
final class PartnersCommand {
    private static final String ID = "As authctl partners list has it.";
    private static final String JSON = "As JSON, for scripts.";

    private final Authctl authctl;

    PartnersCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a partner and prints its id and its token.",
                "The token is shown only this once: what is kept is a hash of it.",
                "--json prints {\"id\", \"token\"}."
            })
    void create(
            @Parameters(paramLabel = "NAME", description = "What people call it; each name is given once.") String name,
            @Option(names = "--json", description = JSON) boolean json) {
        show(partners().create(name), "Partner " + name + " is made.", json);
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Shows all partners.",
                "--json prints {\"partners\": [{\"id\", \"name\", \"status\", \"createdAt\"}]}; status is active or disabled."
            })
    void list(@Option(names = "--json", description = JSON) boolean json) {
        List<Partner> partners = partners().list();
        if (json) {
            authctl.console().print(Json.pretty(Map.of("partners", partners)));
        } else if (partners.isEmpty()) {
            authctl.console().print("There is no partner yet. authctl partners create NAME makes one.");
        } else {
            table(partners).lines().forEach(authctl.console()::print);
        }
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Gives a partner another token. The old one is refused at once, or after an overlap in which both are good.",
                "--json prints {\"id\", \"token\"}."
            })
    void rotate(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(
                            names = "--overlap",
                            paramLabel = "SECONDS",
                            converter = WholeNumber.OverlapSeconds.class,
                            description =
                                    "For how long the old token is good as well, 0 to 604800 (a week); 0 if left out.",
                            defaultValue = "0")
                    int overlap,
            @Option(names = "--json", description = JSON) boolean json) {
        show(
                partners().rotate(id, Duration.ofSeconds(overlap)),
                overlap == 0
                        ? "The old token is refused from now on."
                        : "The old token is good for " + overlap + " s more.",
                json);
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Refuses a partner's tokens, until it is enabled again.")
    void disable(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--json", description = JSON) boolean json) {
        show(partners().disable(id), json);
    }

    @Command(
            name = "enable",
            mixinStandardHelpOptions = true,
            description = "Takes the tokens of a disabled partner again.")
    void enable(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--json", description = JSON) boolean json) {
        show(partners().enable(id), json);
    }

    private Partners partners() {
        return authctl.cluster().administration().partners();
    }

    private void show(PartnerToken issued, String sentence, boolean json) {
        if (json) {
            authctl.console().print(Json.compact(issued));
        } else {
            authctl.console().print(sentence);
            authctl.console().print("Id:    " + issued.id());
            authctl.console().print("Token: " + issued.token());
            authctl.console().print("The token is shown only this once. Keep it where secrets are kept.");
        }
    }

    private void show(Partner partner, boolean json) {
        authctl.console()
                .print(
                        json
                                ? Json.compact(partner)
                                : "Partner " + partner.name() + " (" + partner.id() + ") is " + partner.status() + ".");
    }

    private static Table table(List<Partner> partners) {
        Table table = new Table("ID", "NAME", "STATUS", "CREATED");
        partners.forEach(partner -> table.row(
                partner.id(),
                partner.name(),
                partner.status(),
                partner.createdAt().toString()));
        return table;
    }
}
