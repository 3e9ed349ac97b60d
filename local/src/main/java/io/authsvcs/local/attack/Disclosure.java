package io.authsvcs.local.attack;

import io.authsvcs.local.Kind;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.Settings;
import io.authsvcs.local.administration.AuditFilter;
import io.authsvcs.local.administration.PartnerToken;
import io.authsvcs.local.administration.Partners;
import io.authsvcs.local.database.Contents;
import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.report.Figure;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that takes or gives a secret is called while every process writes all that it can, and then whatever is
 * written, measured, recorded or kept is searched for each secret of the whole run.
 */
final class Disclosure {
    private static final int TOURS = 4;
    private static final int LEAST_DONE = 20;
    private static final int EVENTS = 2_000;
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private final Scene scene;

    private Disclosure(Scene scene) {
        this.scene = scene;
    }

    static Trial trial() {
        return new Trial(
                "secrets",
                "every secret of this run is looked for in logs at level TRACE, metrics, the audit trail and the database",
                Needs.usual().with(new Settings(Map.of("LOGGING_LEVEL_ROOT", "TRACE"))),
                scene -> new Disclosure(scene).figures());
    }

    private List<Figure> figures() {
        scene.vault().keep(scene.cluster().adminToken());
        Partners partners = scene.cluster().administration().partners();
        PartnerToken partner = partners.create("attack " + UUID.randomUUID());
        scene.vault().keep(partner.token());
        try (Stranger friend = scene.friend()) {
            scene.commentary().say("uses every kind of secret");
            List<Long> done = IntStream.range(0, TOURS)
                    .mapToObj(number -> Tour.make(scene, friend, partner))
                    .toList();
            registerInVain();
            return Stream.concat(Stream.of(toured(done)), searched()).toList();
        } finally {
            partners.disable(partner.id());
        }
    }

    /** With the password, and of nobody: it goes over the wire, and changes nothing. */
    private void registerInVain() {
        try (Stranger registrar = new Stranger(HERE, scene.door("registry"), scene.vault())) {
            var _ = new Registration(registrar)
                    .cancel(scene.cluster().secrets().getOrDefault("registry's password", ""));
        }
    }

    /** Calls that were all refused would have used no token. */
    static Figure toured(List<Long> done) {
        return new Figure(
                "Of each of " + done.size() + " tours through all calls that take or give a secret, " + done
                        + " calls were done",
                "at least " + LEAST_DONE + " of each",
                !done.isEmpty() && done.stream().allMatch(each -> each >= LEAST_DONE));
    }

    private Stream<Figure> searched() {
        scene.commentary().say("searches");
        return Stream.of(metrics(), audit(), database());
    }

    private Figure metrics() {
        Leaks leaks = Leaks.of(scene.vault());
        scene.cluster().status().processes().stream()
                .filter(process -> process.kind() == Kind.GATEWAY || process.kind() == Kind.AUTH)
                .map(ProcessStatus::name)
                .forEach(name -> searchMetrics(name, leaks));
        return leaks.figure("metrics");
    }

    private void searchMetrics(String process, Leaks leaks) {
        try (Stranger here = new Stranger(HERE, scene.cluster().management(process, "/"), scene.vault())) {
            List<String> names = here.ask(Question.get("/actuator/metrics"))
                    .at("/names")
                    .valueStream()
                    .map(name -> "/actuator/metrics/" + name.asString(""))
                    .toList();
            Stream.concat(names.stream(), Stream.of("/actuator/prometheus", "/actuator/instances", "/actuator/health"))
                    .forEach(path -> leaks.search(
                            process + path, here.ask(Question.get(path)).body()));
        }
    }

    private Figure audit() {
        Leaks leaks = Leaks.of(scene.vault());
        scene.cluster()
                .administration()
                .audit(new AuditFilter(Optional.empty(), Optional.empty()))
                .follower()
                .last(EVENTS)
                .forEach(event -> leaks.search("audit event " + event.id(), event.json()));
        return leaks.figure("the latest " + EVENTS + " audit events");
    }

    private Figure database() {
        Leaks leaks = Leaks.of(scene.vault());
        Contents.read(
                new DatabaseUrl(scene.cluster().databaseUrl()), (table, rows) -> leaks.search("table " + table, rows));
        return leaks.figure("all tables of the database");
    }
}
