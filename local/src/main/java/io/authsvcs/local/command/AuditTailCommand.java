package io.authsvcs.local.command;

import io.authsvcs.local.administration.AuditEvent;
import io.authsvcs.local.administration.AuditFilter;
import io.authsvcs.local.administration.AuditFollower;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the last events, oldest first, and goes on with those that come, until Ctrl-C. An event is shown about"
                    + " three seconds after it happened, so that none is missed and none comes out of order.",
            "A line has time, outcome, action, who, whom, address, request id, and the reason of a refusal."
        },
        footer = {
            "%nActions: register, activate, login, logout, refresh, end-session, end-sessions, change-profile,"
                    + " change-password, forget-password, reset-password, begin-second-factor, confirm-second-factor,"
                    + " use-recovery-code, renew-recovery-codes, remove-second-factor, reset-second-factor, create-user,"
                    + " import-user, disable-user, enable-user, delete-user, restore-user, set-roles, set-attributes, create-partner,"
                    + " rotate-partner, disable-partner, enable-partner, revoke-token, rotate-key, revoke-key.",
            "",
            "--json prints {\"id\", \"at\", \"action\", \"actor\", \"userID\", \"target\", \"refusal\", \"client\", \"address\","
                    + " \"requestID\"}, one on each line; what is unknown is left out, and so is the refusal of what was"
                    + " done."
        })
final class AuditTailCommand implements Runnable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Authctl authctl;

    @Option(
            names = "-n",
            paramLabel = "N",
            converter = WholeNumber.Count.class,
            description = "How many of the last events; 20 if left out.")
    private int count = 20;

    @Option(names = "--user", paramLabel = "ID", description = "Only what concerns this user.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--action", paramLabel = "ACTION", description = "Only this, for example login.")
    private Optional<String> action = Optional.empty();

    @Option(names = "--no-follow", description = "End after the last events.")
    private boolean still;

    @Option(names = "--json", description = "Each event as JSON, for scripts.")
    private boolean json;

    AuditTailCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        AuditFollower follower = authctl.cluster()
                .administration()
                .audit(new AuditFilter(user, action))
                .follower();
        print(follower.last(count));
        if (!still) {
            follow(follower);
        }
    }

    /** Until nobody reads any more. */
    private void follow(AuditFollower follower) {
        boolean away = false;
        while (!Deadline.in(PAUSE).await(authctl.console().out()::checkError)) {
            Optional<List<AuditEvent>> news = follower.news();
            news.ifPresent(this::print);
            if (news.isEmpty() && !away) {
                authctl.console().remark("The cluster does not answer. What happens meanwhile comes when it does.");
            }
            away = news.isEmpty();
        }
    }

    private void print(List<AuditEvent> events) {
        events.stream().map(event -> json ? event.json() : AuditLine.of(event)).forEach(authctl.console()::print);
    }
}
