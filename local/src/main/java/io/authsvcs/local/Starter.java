package io.authsvcs.local;

import io.authsvcs.local.application.Application;
import io.authsvcs.local.application.PreparedApplication;
import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.database.PostgresServer;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Haste;
import io.authsvcs.local.process.Launch;
import io.authsvcs.local.process.ProcessId;
import java.util.List;

/**
 * Starts members, all at the same time, and returns when each is ready. Where others serve meanwhile, they come first: a
 * virtual machine's start takes all the processors that it gets.
 */
final class Starter {
    private final Home home;
    private final Workshop workshop;
    private final Secrets secrets;
    private final Environments environments;
    private final Arrivals arrivals;
    private final Life life;
    private final Progress progress;

    Starter(Home home, Workshop workshop, Secrets secrets, Life life, Progress progress) {
        this.home = home;
        this.workshop = workshop;
        this.secrets = secrets;
        this.environments = new Environments(home, secrets);
        this.arrivals = new Arrivals(home, environments, progress, life.patience());
        this.life = life;
        this.progress = progress;
    }

    void start(List<String> names, Members members) {
        Folders.create(home.logs());
        Folders.create(home.mail());
        new PortPlan(members).assign(names);
        Haste haste = members.isAlive(Kind.AUTH) && members.isAlive(Kind.GATEWAY) ? Haste.LITTLE : Haste.USUAL;
        names.forEach(name -> launch(members.get(name), members, haste));
        try {
            arrivals.await(names, members);
        } finally {
            names.stream()
                    .map(members::get)
                    .forEach(member -> member.process().ifPresent(process -> hasten(member, process)));
        }
    }

    private void hasten(Member member, ProcessId process) {
        Haste haste = member.kind() == Kind.AUTH ? Haste.LESS : Haste.USUAL;
        if (!haste.give(process) && process.isAlive()) {
            progress.say(
                    member.name() + " goes on with what it began with of the processors where others want them: the"
                            + " system refuses to change that. Whoever owns the process may write " + haste.nice()
                            + " to /proc/" + process.pid() + "/autogroup.");
        }
    }

    private void launch(Member member, Members members, Haste haste) {
        progress.begin(member.name());
        members.put(
                member.running(launchOf(member, members).start(member.kind() == Kind.DATABASE ? Haste.USUAL : haste)));
    }

    private Launch launchOf(Member member, Members members) {
        return switch (member.kind()) {
            case DATABASE -> postgres().launch(member.name(), member.port(), home.log(member.name()));
            case REGISTRY -> launchOf(Application.REGISTRY, member, members);
            case AUTH -> launchOf(Application.AUTH, member, members);
            case GATEWAY -> launchOf(Application.GATEWAY, member, members);
        };
    }

    private PostgresServer postgres() {
        return PostgresServer.prepare(workshop.postgres(), home.data(), secrets.databasePassword());
    }

    private Launch launchOf(Application application, Member member, Members members) {
        PreparedApplication prepared = workshop.prepare(application);
        return new Launch(
                member.name(),
                life.command(prepared),
                environments.of(member, members),
                home.folder(),
                home.log(member.name()));
    }
}
