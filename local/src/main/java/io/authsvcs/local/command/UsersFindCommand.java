package io.authsvcs.local.command;

import io.authsvcs.local.administration.User;
import io.authsvcs.local.administration.UserQuery;
import io.authsvcs.local.console.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = {
            "Finds somebody by user id, e-mail address, phone number or user name, in any spelling: whichever it looks like.",
            "--json prints {\"users\": [{\"userID\", \"email\", \"phoneNumber\", \"userName\", \"firstName\", \"lastName\","
                    + " \"company\", \"roles\", \"status\", \"createdAt\", \"updatedAt\"}]}; what is unknown is left out."
        })
final class UsersFindCommand implements Runnable {
    private static final String UNKNOWN = "-";

    private final Authctl authctl;

    @Parameters(paramLabel = "IDENTIFIER", description = "For example ann@example.com or +18054900836.")
    private String identifier = "";

    @Option(names = "--json", description = "As JSON, for scripts.")
    private boolean json;

    UsersFindCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        List<User> users = authctl.cluster().administration().users().find(UserQuery.of(identifier));
        if (json) {
            authctl.console().print(Json.pretty(Map.of("users", users)));
        } else if (users.isEmpty()) {
            authctl.console().print("Nobody is known by " + identifier + ".");
        } else {
            table(users).lines().forEach(authctl.console()::print);
        }
    }

    private static Table table(List<User> users) {
        Table table = new Table("USER ID", "E-MAIL", "PHONE NUMBER", "USER NAME", "NAME", "ROLES", "STATUS");
        users.forEach(user -> table.row(
                user.userID(),
                user.email().orElse(UNKNOWN),
                user.phoneNumber().orElse(UNKNOWN),
                user.userName().orElse(UNKNOWN),
                name(user),
                String.join(",", user.roles()),
                user.status()));
        return table;
    }

    private static String name(User user) {
        String name = Stream.of(user.firstName(), user.lastName())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? UNKNOWN : name;
    }
}
