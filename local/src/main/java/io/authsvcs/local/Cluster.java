package io.authsvcs.local;

import io.authsvcs.local.administration.Administration;
import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.LogFile;
import io.authsvcs.local.process.Signal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The product on this machine, as real processes: gateways {@code gateway}, {@code gateway-2}, …, instances {@code auth-1},
 * {@code auth-2}, …, registries {@code registry}, {@code registry-2}, …, and a database. They outlive this object, which only knows the folder where they are written down.
 *
 * <p>Every operation returns when its effect is a fact (a started process is ready, every gateway sees an instance up, a
 * stopped one is gone), and throws a {@link Fault} that names the culprit otherwise. Operations that start or stop
 * exclude each other, over processes too; looking, {@link #kill}, {@link #crash}, {@link #freeze}, {@link #thaw}, {@link
 * #drain} and {@link #undrain} are always allowed.
 */
public final class Cluster implements AutoCloseable {
    private final Crew crew;

    Cluster(Home home, Workshop workshop, Life life, Progress progress) {
        this.crew = new Crew(home, workshop, life, progress);
    }

    /** The cluster of this source tree, in {@code .authctl}. */
    public static Cluster ofThisTree(Progress progress) {
        Workshop workshop = Workshop.find();
        return new Cluster(new Home(workshop.folder()), workshop, Life.AT_ONCE, progress);
    }

    /** The same, whose next {@link #up} first sees to it that later starts are quick. */
    public Cluster rehearsed() {
        return new Cluster(crew.home(), crew.workshop(), Life.REHEARSED, crew.progress());
    }

    /**
     * Another cluster of the programs of this source tree, which keeps everything that is its own in a folder. The first
     * one after a build rehearses, for up to two minutes: tests start many.
     */
    public static Cluster in(Path folder) {
        return in(folder, Progress.silent());
    }

    /** The same, whose progress is shown. */
    public static Cluster in(Path folder, Progress progress) {
        return new Cluster(new Home(folder.toAbsolutePath()), Workshop.find(), Life.REHEARSED, progress);
    }

    /** What was asked for last; empty before the first time. */
    public Optional<Specification> specification() {
        return new StateFile(crew.home().stateFile()).read().map(ClusterState::specification);
    }

    /**
     * Starts what is missing and stops what is too much, until the cluster is as specified and serves.
     *
     * @return the names of the processes that were started
     */
    public List<String> up(Specification specification) {
        return crew.alone(members -> crew.up(members).to(specification));
    }

    /** The same after {@link #erase}; nothing is erased for a specification that can't be had. */
    public List<String> upAnew(Specification specification) {
        return crew.alone(members -> {
            crew.up(members).check(specification);
            crew.down(members).erase();
            return crew.up(crew.members()).to(specification);
        });
    }

    /**
     * Stops everything: gateway, instances, registry, database. All data stays.
     *
     * @return the names of the processes that were running
     */
    public List<String> down() {
        return crew.alone(members -> crew.down(members).stop());
    }

    /** Stops everything and forgets all data, messages and logs; secrets stay, for what they may have locked elsewhere. */
    public void erase() {
        crew.only(members -> crew.down(members).erase());
    }

    /** Has so many instances; surplus ones leave gracefully, those of the highest numbers first. */
    public void scale(int authInstances) {
        crew.members().running();
        up(specification().orElseGet(Specification::standard).withAuthInstances(authInstances));
    }

    /** Stops a process gracefully and starts it again. */
    public void restart(String name) {
        crew.only(members -> crew.renewal(members).restart(name));
    }

    /**
     * Restarts the instances one after the other, then the gateways where there are several; each serves again before the
     * next one leaves.
     *
     * @return their names
     */
    public List<String> restartAll() {
        return crew.alone(members -> crew.renewal(members.running()).restartAll());
    }

    /**
     * Starts one more instance. It stays until {@link #remove}, or until an {@link #up} or {@link #scale} to which it is
     * too much.
     *
     * @param settings environment variables of its own, which it has after a restart too; they count more than others
     * @return its name
     */
    public String add(Map<String, String> settings) {
        return crew.alone(members -> {
            Member added = members.running().add(new Settings(settings));
            crew.renewal(members).start(added.name());
            return added.name();
        });
    }

    /** Stops an instance gracefully, and forgets it. One that was asked for comes back with the next {@link #up}. */
    public void remove(String name) {
        crew.only(members -> {
            Member instance = members.instance(name);
            crew.renewal(members).stop(name);
            members.remove(instance);
        });
    }

    /** Has no gateway send new requests to an instance, which finishes what it has and stays. */
    public void drain(String name) {
        crew.draining(crew.members()).begin(name);
    }

    /** Has the gateways send requests to it again. */
    public void undrain(String name) {
        crew.draining(crew.members()).end(name);
    }

    /** Stops one process gracefully; an instance leaves the rotation first. */
    public void stop(String name) {
        crew.only(members -> crew.renewal(members).stop(name));
    }

    /** Starts one process that does not run. */
    public void start(String name) {
        crew.only(members -> crew.renewal(members).start(name));
    }

    /** SIGKILL: it is gone when this returns, and nobody was told. */
    public void kill(String name) {
        crew.members().alive(name).kill();
    }

    /** As when it fails by itself: SIGKILL, and for the database its immediate shutdown, with all its processes. */
    public void crash(String name) {
        Member member = crew.members().get(name);
        if (member.kind() == Kind.DATABASE) {
            crew.members().alive(name).end(Signal.QUIT);
        } else {
            kill(name);
        }
    }

    /** SIGKILL for everybody, when there is no time for more. */
    void abandon() {
        running().forEach(this::kill);
    }

    /** SIGSTOP: it exists, and does nothing. */
    public void freeze(String name) {
        Signal.STOP.sendTo(crew.members().alive(name));
    }

    /** SIGCONT: a frozen process goes on. */
    public void thaw(String name) {
        Signal.CONT.sendTo(crew.members().alive(name));
    }

    public ClusterStatus status() {
        return crew.observation(crew.members()).look();
    }

    /** Whether every gateway says that it sends an instance no requests: {@link #status} for one, without the others. */
    public boolean isOutOfRotation(String name) {
        Members members = crew.members();
        return new Rotation(members, Progress.silent()).isOut(members.instance(name));
    }

    /** The first gateway's URL: the one that tokens name, and that serves everything. */
    public URI url() {
        return crew.members().running().gateway();
    }

    /** The URLs of all gateways, each of which serves everything; the first is {@link #url}. */
    public List<URI> urls() {
        return crew.members().running().gateways();
    }

    /** Where a process serves. */
    public Address member(String name) {
        return crew.members().get(name).address();
    }

    /** The database's URL, password included, for a look behind the scenes. */
    public String databaseUrl() {
        return crew.environments().database(crew.members().running()).text();
    }

    /** The passwords and keys that its processes have been given, by name, for a look behind the scenes. */
    public Map<String, String> secrets() {
        return crew.secrets().byName();
    }

    /** The files that its processes and their starters have written, but for data and what is made to hold secrets. */
    public List<Path> writings() {
        return crew.home().writings();
    }

    /** What a gateway or an instance tells operators of its own machine alone, by a path such as {@code /actuator/metrics}. */
    public URI management(String name, String path) {
        return crew.members().get(name).management(path);
    }

    /** A bearer token of the administrator, by a log-in through the gateway. */
    public String adminToken() {
        return crew.logins(crew.members()).administrator();
    }

    /** The same of one who has a second factor, by a code of it. */
    public String adminToken(Optional<String> code) {
        return crew.logins(crew.members()).administrator(code);
    }

    /** What its administrator may do, through the gateway. */
    public Administration administration() {
        return new Administration(crew.members().openGateway(), this::adminToken);
    }

    /** Logs the demo user in through the gateway, registering it the first time. */
    public DemoLogin demoLogin() {
        DemoLogin login = crew.logins(crew.members()).demo();
        crew.only(members -> members.rememberDemoUser(login.email()));
        return login;
    }

    /** The folder where the instances put their messages to users, as {@code .eml} files. */
    public Path mail() {
        return crew.home().mail();
    }

    /** Where what a run has to write down may stand; nothing is there yet, and only {@link #erase} takes it away. */
    public Path journal(String name) {
        return crew.home().journals().resolve(name + ".jsonl");
    }

    /** The log of a process; there is none before its first start. */
    public LogFile log(String name) {
        return crew.home().log(crew.members().get(name).name());
    }

    /** The names of those that run. */
    public List<String> running() {
        return crew.members().where(Member::isAlive).stream().map(Member::name).toList();
    }

    /** Throws a {@link Fault} when something has died that instances need to start: {@link #up} starts it. */
    public void checkSupport() {
        crew.members().supported();
    }

    /** The names of all processes, running or not, in the order of a table. */
    public List<String> names() {
        return crew.members().all().stream().map(Member::name).toList();
    }

    /** The same as {@link #down}. */
    @Override
    public void close() {
        down();
    }
}
