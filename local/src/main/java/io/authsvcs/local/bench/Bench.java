package io.authsvcs.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.local.PrivateFile;
import io.authsvcs.local.Progress;
import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.http.Witness;
import io.authsvcs.local.process.Folders;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Has everybody measured in one run, by turns. Nothing of it is in the cluster that {@code authctl up} starts. */
public final class Bench implements AutoCloseable {
    private final Workshop workshop;
    private final Path folder;
    private final Set<Contestant> contestants;
    private final Terms terms;
    private final Consumer<String> commentary;
    private final DebianPackages packages;
    private final Wrk wrk;
    private final List<Runnable> ends = new CopyOnWriteArrayList<>();
    private final List<Stand> stands = new ArrayList<>();
    private Optional<OwnCluster> cluster = Optional.empty();
    private final List<Peer> peers = new ArrayList<>();
    private final Map<Start, Resident> idle = new LinkedHashMap<>();

    /** @param commentary is told what is done */
    public Bench(Workshop workshop, Set<Contestant> contestants, Terms terms, Consumer<String> commentary) {
        this.workshop = workshop;
        this.folder = workshop.folder().resolve("bench");
        this.contestants = Set.copyOf(contestants);
        this.terms = terms;
        this.commentary = commentary;
        this.packages = new DebianPackages(folder.resolve("packages"));
        this.wrk = Wrk.find(packages, folder);
    }

    /** Starts everybody who is wanted; the report names those who can't be had. */
    public Report begin(Report report, Progress progress) {
        List<FirstLogin> firstLogins = new ArrayList<>();
        OwnCluster own = own(progress, firstLogins);
        cluster = Optional.of(own);
        stand(own);
        Peer gateway = peers.getFirst();
        List<LeftOut> leftOut = new ArrayList<>();
        standBeside(gateway, page(gateway), leftOut);
        stands.stream()
                .flatMap(stand -> stand.starts().stream())
                .forEach(start -> idle.put(start, Resident.of(start.process())));
        return report.among(
                        stands.stream()
                                .flatMap(stand -> stand.settings().stream())
                                .toList(),
                        leftOut)
                .having(measured -> firstLogins.stream().reduce(measured, Measured::with, (one, other) -> other));
    }

    /** Started so often, each time with an empty database; the last one stays. */
    private OwnCluster own(Progress progress, List<FirstLogin> firstLogins) {
        OwnCluster own = OwnCluster.start(folder.resolve("cluster"), progress, ends::add);
        firstLogins.add(own.firstLogin());
        while (firstLogins.size() < terms.starts()) {
            own = OwnCluster.start(folder.resolve("cluster"), progress, ends::add);
            firstLogins.add(own.firstLogin());
        }
        return own;
    }

    private void standBeside(Peer gateway, Path page, List<LeftOut> leftOut) {
        if (contestants.contains(Contestant.BARE)) {
            Path bare = Folders.create(folder.resolve("bare"));
            stand(BareRoute.start(BenchmarkJar.of(workshop), bare, page, gateway.question(), ends::add));
        }
        if (contestants.contains(Contestant.NGINX)) {
            Nginx.find(packages)
                    .ifPresentOrElse(
                            program -> stand(Nginx.start(program, page, gateway, ends::add)),
                            () -> leftOut.add(Nginx.leftOut()));
        }
        if (contestants.contains(Contestant.KEYCLOAK)) {
            Path home = Folders.create(folder.resolve("keycloak"));
            new KeycloakDistribution(workshop, home)
                    .unpack()
                    .ifPresentOrElse(
                            unpacked -> standWithKeycloak(unpacked, home),
                            () -> leftOut.add(KeycloakDistribution.leftOut()));
        }
    }

    private void standWithKeycloak(Path unpacked, Path home) {
        stand(Keycloak.start(unpacked, home, ends::add));
        Peer userinfo = peers.stream()
                .filter(peer -> peer.name().equals(Keycloak.USERINFO))
                .findFirst()
                .orElseThrow();
        stand(KeycloakBehindBare.start(BenchmarkJar.of(workshop), home.resolve("behind-bare"), userinfo, ends::add));
    }

    /** What the gateway answers, for those who have nothing else to say. */
    private Path page(Peer gateway) {
        Path page = folder.resolve("page").resolve("answer.json");
        PrivateFile.write(page, answer(gateway).body().getBytes(UTF_8));
        return page;
    }

    /** Everybody's turn until nobody gets faster. */
    public Report warmUp(Report report) {
        Report grown = report;
        for (Peer peer : peers) {
            answer(peer);
            Warmth warmth = warmingUp().of(peer);
            grown = grown.having(measured -> measured.with(warmth));
        }
        return grown;
    }

    /** What everybody takes of the machine, after all rounds. */
    public Report end(Report report) {
        return report.having(measured -> measured.footprints(
                idle.entrySet().stream().map(Bench::footprint).toList()));
    }

    private static Footprint footprint(Map.Entry<Start, Resident> started) {
        Start start = started.getKey();
        return new Footprint(
                start.name(), start.ready(), start.cpu(), started.getValue(), Resident.of(start.process()));
    }

    /** Everybody's turn, once. */
    public Report round(Report report) {
        Report grown = report.having(turns()::after);
        return contestants.contains(Contestant.LOGIN) ? grown.having(measured -> measured.hash(hash())) : grown;
    }

    /** The same requests by how many instances there are, where that is wanted. */
    public Report scale(Report report) {
        return contestants.contains(Contestant.SCALE)
                ? report.having(new Scaling(cluster.orElseThrow(), turns(), warmingUp(), commentary)::after)
                : report;
    }

    /**
     * The same requests while the database fills, where that is wanted.
     *
     * @param sizes how many sessions there shall be, from few to many
     */
    public Report grow(Report report, List<Long> sizes) {
        if (!contestants.contains(Contestant.GROWTH)) {
            return report;
        }
        Map<Contestant, Peer> own =
                stands.getFirst().peers().stream().collect(Collectors.toMap(Peer::contestant, peer -> peer));
        return report.having(new Growth(
                cluster.orElseThrow().database(),
                Objects.requireNonNull(own.get(Contestant.GATEWAY), "Every cluster has a gateway"),
                Objects.requireNonNull(own.get(Contestant.LOGIN), "Everybody can log in"),
                turns(),
                sizes,
                commentary)::after);
    }

    /** Steps of a request, each by itself, where that is wanted. The cluster rests meanwhile. */
    public Report micro(Report report) {
        return contestants.contains(Contestant.MICRO)
                ? report.having(measured ->
                        measured.micros(new MicroBenchmarks(workshop, folder.resolve("micro"), commentary).measure()))
                : report;
    }

    private WarmingUp warmingUp() {
        return new WarmingUp(terms, wrk, commentary);
    }

    private Round turns() {
        return new Round(peers, terms, wrk, commentary);
    }

    private double hash() {
        commentary.accept("measures one hash alone");
        return HashCost.measure(BenchmarkJar.of(workshop));
    }

    private void stand(Stand started) {
        stands.add(started);
        started.peers().stream()
                .filter(peer -> contestants.contains(peer.contestant()))
                .forEach(peers::add);
    }

    /** As it answers when nothing is wrong: whoever refuses quickly would look fast. */
    private static Answer answer(Peer peer) {
        try (Stranger client = new Stranger(InetAddress.ofLiteral("127.0.0.1"), peer.door(), Witness.none())) {
            Answer answer = client.ask(peer.question());
            if (!answer.isDone()) {
                throw Fault.failed(
                        peer.name(),
                        peer.name() + " answers " + answer.status() + " before anything is measured.",
                        "Its log says why.");
            }
            return answer;
        }
    }

    /** Ends whoever was started. */
    @Override
    public void close() {
        ends.reversed().forEach(Runnable::run);
        ends.clear();
    }
}
