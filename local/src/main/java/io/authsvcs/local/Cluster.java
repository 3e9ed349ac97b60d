package io.authsvcs.local;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.LogFile;
import io.authsvcs.local.process.ProcessId;
import io.authsvcs.local.process.Signal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The product on this machine, as real processes: a gateway, a registry, instances {@code auth-1}, {@code auth-2}, …,
 * and a database. They outlive this object, which only knows the folder where they are written down.
 *
 * <p>Every operation returns when its effect is a fact (a started process is ready, the gateway sees an instance UP, a
 * stopped one is gone), and throws a {@link Fault} that names the culprit otherwise. Operations that start or stop
 * exclude each other, over processes too; looking, {@link #kill}, {@link #freeze} and {@link #thaw} are always allowed.
 */
public final class Cluster implements AutoCloseable {
    private static final String DEMO_EMAIL = "demo@example.com";

    private final Home home;
    private final Workshop workshop;
    private final Life life;
    private final Progress progress;

    Cluster(Home home, Workshop workshop, Life life, Progress progress) {
        this.home = home;
        this.workshop = workshop;
        this.life = life;
        this.progress = progress;
    }

    /** The cluster of this source tree, in {@code .authctl}. */
    public static Cluster ofThisTree(Progress progress) {
        Workshop workshop = Workshop.find();
        return new Cluster(new Home(workshop.folder()), workshop, Life.AT_ONCE, progress);
    }

    /** The same, whose next {@link #up} first sees to it that later starts are quick. */
    public Cluster rehearsed() {
        return new Cluster(home, workshop, Life.REHEARSED, progress);
    }

    /**
     * Another cluster of the programs of this source tree, which keeps everything that is its own in a folder. The first
     * one after a build rehearses, for about a minute: tests start many.
     */
    public static Cluster in(Path folder) {
        return new Cluster(new Home(folder.toAbsolutePath()), Workshop.find(), Life.REHEARSED, Progress.silent());
    }

    /** What was asked for last; empty before the first time. */
    public Optional<Specification> specification() {
        return new StateFile(home.stateFile()).read().map(ClusterState::specification);
    }

    /**
     * Starts what is missing and stops what is too much, until the cluster is as specified and serves.
     *
     * @return the names of the processes that were started
     */
    public List<String> up(Specification specification) {
        return alone(members -> upOf(members).to(specification));
    }

    /** The same after {@link #erase}; nothing is erased for a specification that can't be had. */
    public List<String> upAnew(Specification specification) {
        return alone(members -> {
            upOf(members).check(specification);
            erase(members);
            return upOf(members()).to(specification);
        });
    }

    /**
     * Stops everything: gateway, instances, registry, database. All data stays.
     *
     * @return the names of the processes that were running
     */
    public List<String> down() {
        return alone(this::down);
    }

    /** Stops everything and forgets all data and logs; secrets stay, for what they may have locked elsewhere. */
    public void erase() {
        only(this::erase);
    }

    /** Has so many instances; surplus ones leave gracefully, those of the highest numbers first. */
    public void scale(int authInstances) {
        running();
        up(specification().orElseGet(Specification::standard).withAuthInstances(authInstances));
    }

    /** Stops a process gracefully and starts it again. */
    public void restart(String name) {
        stop(name);
        start(name);
    }

    /** Restarts the instances one after the other; each is in rotation again before the next one leaves. */
    public void restartAll() {
        running().of(Kind.AUTH).forEach(member -> restart(member.name()));
    }

    /** Stops one process gracefully; an instance leaves the rotation first. */
    public void stop(String name) {
        only(members -> {
            Member member = members.get(name);
            stopper(members).stop(List.of(member));
            new Rotation(members, progress).awaitOut(List.of(member));
        });
    }

    /** Starts one process that does not run. */
    public void start(String name) {
        only(members -> {
            if (!members.get(name).isAlive()) {
                starter().start(List.of(name), members);
            }
            new Rotation(members, progress).awaitIn(List.of(members.get(name)));
        });
    }

    /** SIGKILL: it is gone when this returns, and nobody was told. */
    public void kill(String name) {
        alive(name).kill();
    }

    /** SIGSTOP: it exists, and does nothing. */
    public void freeze(String name) {
        Signal.STOP.sendTo(alive(name));
    }

    /** SIGCONT: a frozen process goes on. */
    public void thaw(String name) {
        Signal.CONT.sendTo(alive(name));
    }

    public ClusterStatus status() {
        return new Observation(
                        members(),
                        new Arrivals(home, environments(), progress, life.patience()),
                        new RegistryView(Environments.REGISTRY_USER, secrets().registryPassword()))
                .look();
    }

    /** The one URL of everything that the cluster serves. */
    public URI url() {
        return gateway(running()).url();
    }

    /** The database's URL, password included, for a look behind the scenes. */
    public String databaseUrl() {
        return environments().database(running()).text();
    }

    /** A bearer token of the administrator, by a log-in through the gateway. */
    public String adminToken() {
        return visitor().token(Environments.ADMIN_EMAIL, secrets().adminPassword());
    }

    /** Logs the demo user in through the gateway, registering it the first time. */
    public DemoLogin demoLogin() {
        String known = members().state().demoEmail().orElse(DEMO_EMAIL);
        DemoLogin login = enter(known).or(() -> enter(anotherEmail())).orElseThrow(Cluster::noDemo);
        only(members -> members.rememberDemoUser(login.email()));
        return login;
    }

    /** The log of a process; there is none before its first start. */
    public LogFile log(String name) {
        return home.log(members().get(name).name());
    }

    /** The names of all processes, running or not, in the order of a table. */
    public List<String> names() {
        return members().all().stream().map(Member::name).toList();
    }

    /** The same as {@link #down}. */
    @Override
    public void close() {
        down();
    }

    private List<String> down(Members members) {
        return List.of(Kind.values()).stream()
                .flatMap(kind -> stopper(members).stop(members.of(kind)).stream())
                .toList();
    }

    private void erase(Members members) {
        down(members);
        Folders.delete(home.data());
        Folders.delete(home.logs());
        Folders.delete(home.stateFile());
    }

    private Optional<DemoLogin> enter(String email) {
        return visitor().enter(email, secrets().demoPassword());
    }

    private Visitor visitor() {
        Member gateway = gateway(running());
        alive(gateway.name());
        return new Visitor(gateway.url());
    }

    private static String anotherEmail() {
        return "demo-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "@example.com";
    }

    private static Fault noDemo() {
        return Fault.failed("gateway", "No demo user could be registered.", "authctl logs shows why.");
    }

    private ProcessId alive(String name) {
        return members()
                .get(name)
                .process()
                .filter(ProcessId::isAlive)
                .orElseThrow(() -> notRunning(name + " does not run."));
    }

    private Member gateway(Members members) {
        return members.of(Kind.GATEWAY).getFirst();
    }

    private Members running() {
        Members members = members();
        if (members.where(Member::isAlive).isEmpty()) {
            throw notRunning("The cluster does not run.");
        }
        return members;
    }

    private static Fault notRunning(String sentence) {
        return new Fault(FaultKind.NOT_RUNNING, "cluster", sentence, "Start it: authctl up.");
    }

    private void only(Consumer<Members> work) {
        alone(members -> {
            work.accept(members);
            return members;
        });
    }

    private <T> T alone(Function<Members, T> work) {
        return new ClusterLock(home.lockFile()).alone(() -> work.apply(members()));
    }

    private Members members() {
        return new Members(new StateFile(home.stateFile()));
    }

    private Up upOf(Members members) {
        return new Up(members, starter(), stopper(members), workshop, life, progress);
    }

    private Starter starter() {
        return new Starter(home, workshop, secrets(), life, progress);
    }

    private Stopper stopper(Members members) {
        return new Stopper(members, progress, life.farewell());
    }

    private Environments environments() {
        return new Environments(secrets());
    }

    private Secrets secrets() {
        return Secrets.kept(home.secretsFile());
    }
}
