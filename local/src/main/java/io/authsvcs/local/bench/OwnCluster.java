package io.authsvcs.local.bench;

import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.local.Address;
import io.authsvcs.local.Cluster;
import io.authsvcs.local.DemoLogin;
import io.authsvcs.local.Progress;
import io.authsvcs.local.Specification;
import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.process.ProcessId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The product: two instances behind a gateway, with nothing set that isn't set for everybody. */
final class OwnCluster implements Stand {
    private static final String VALIDATE = "/v1/auth/validate";
    private static final String INSTANCE = "auth-1";
    private static final String DATABASE = "database";
    /** Its processes. */
    static final List<String> ALL = List.of("gateway", INSTANCE, "auth-2", DATABASE, "registry");

    private final Cluster cluster;
    private final DemoLogin demo;
    private final List<Start> starts;
    private final FirstLogin firstLogin;

    private OwnCluster(Cluster cluster, DemoLogin demo, StopWatch watch) {
        Duration length = watch.sinceFirst(ALL);
        this.cluster = cluster;
        this.demo = demo;
        this.starts = ALL.stream().map(name -> start(name, watch)).toList();
        this.firstLogin = new FirstLogin(length, starts.stream().map(Start::cpu).reduce(Duration.ZERO, Duration::plus));
    }

    /** Whatever an earlier run has left is forgotten: every run begins with an empty database. */
    static OwnCluster start(Path folder, Progress progress, Consumer<Runnable> atEnd) {
        StopWatch watch = StopWatch.before(progress, System::nanoTime);
        Cluster cluster = Cluster.in(folder, watch);
        atEnd.accept(cluster::down);
        var _ = cluster.upAnew(Specification.anyPort());
        return new OwnCluster(cluster, cluster.demoLogin(), watch);
    }

    DatabaseUrl database() {
        return new DatabaseUrl(cluster.databaseUrl());
    }

    FirstLogin firstLogin() {
        return firstLogin;
    }

    @Override
    public List<Peer> peers() {
        return List.of(
                validates(Contestant.GATEWAY.word(), "validate through the gateway, every feature on", ALL),
                new Peer(
                        Contestant.INSTANCE,
                        Contestant.INSTANCE.word(),
                        "validate at an instance, without the gateway",
                        url(cluster.member(INSTANCE)),
                        asOfAGateway(validate()),
                        Peer.USUAL_CONNECTIONS,
                        processes(List.of(INSTANCE, DATABASE))),
                new Peer(
                        Contestant.LOGIN,
                        Contestant.LOGIN.word(),
                        "login through the gateway, at the default hash",
                        cluster.url(),
                        login(),
                        Peer.CONNECTIONS_TO_HASH,
                        processes(ALL)));
    }

    /** Every process of so many instances counts. */
    Peer validates(String name, String does, int instances) {
        return validates(
                name,
                does,
                Stream.of(
                                Stream.of("gateway"),
                                IntStream.rangeClosed(1, instances).mapToObj(number -> "auth-" + number),
                                Stream.of(DATABASE, "registry"))
                        .flatMap(names -> names)
                        .toList());
    }

    private Peer validates(String name, String does, List<String> processes) {
        return new Peer(
                Contestant.GATEWAY,
                name,
                does,
                cluster.url(),
                validate(),
                Peer.USUAL_CONNECTIONS,
                processes(processes));
    }

    private Question validate() {
        return Question.get(VALIDATE).bearing(token());
    }

    /** Until so many instances serve. */
    void scale(int instances) {
        cluster.scale(instances);
    }

    @Override
    public List<Start> starts() {
        return starts;
    }

    private Start start(String name, StopWatch watch) {
        ProcessId process = process(name);
        return new Start(name, process, watch.length(name), CpuTime.of(process));
    }

    @Override
    public List<String> settings() {
        return List.of(
                "The product: `authctl up` with its defaults; two instances, one gateway, one registry, PostgreSQL with fsync"
                        + " on; each process with its start cache.");
    }

    private String token() {
        return new Answer(200, List.of(), demo.answer()).text("/result/token");
    }

    private Question login() {
        return Question.post("/v1/auth/login", Map.of("email", demo.email(), "password", demo.password()));
    }

    /** With what a gateway says, which an instance believes by its pass. */
    private Question asOfAGateway(Question question) {
        String key = Objects.requireNonNull(cluster.secrets().get("gateways' key"), "Every cluster has one");
        return question.with(HeaderNames.GATEWAY + ": " + GatewayKey.of(key).pass())
                .with(HeaderNames.CLIENT_ADDRESS + ": 127.0.0.1")
                .with(HeaderNames.REQUEST_ID + ": bench");
    }

    private Map<String, ProcessId> processes(List<String> names) {
        Map<String, ProcessId> processes = new LinkedHashMap<>();
        names.forEach(name -> processes.put(name, process(name)));
        return processes;
    }

    private ProcessId process(String name) {
        return cluster.status().processes().stream()
                .filter(process -> process.name().equals(name))
                .flatMapToLong(process -> process.pid().stream())
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .map(ProcessId::of)
                .findFirst()
                .orElseThrow(() -> Fault.failed(
                        name,
                        name + " ended before it was measured.",
                        "Its log says why: " + cluster.log(name).path()));
    }

    private static URI url(Address address) {
        return URI.create("http://" + address.host() + ":" + address.port());
    }
}
