package io.authsvcs.local.attack;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.report.Figure;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Somebody wants to be taken for an instance, or for a gateway, and to reach what is for neither of them. */
final class Intrusion {
    private static final int TENTH = 10;
    private static final int LEAST_REQUESTS = 200;
    private static final Duration NOTICED = Duration.ofSeconds(20);
    private static final String PROBE = "GET /internal/instance ";
    private static final Pattern SECRET = Pattern.compile("(?s).*\\n(authorization|x-auth-[a-z-]*|cookie):.*");
    private static final String REGISTRY = "registry";
    private static final String FORGED = "203.0.113.9";
    private static final int UNAUTHORIZED = 401;
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private static final List<String> INSIDE = List.of(
            "actuator",
            "actuator/health",
            "actuator/metrics",
            "actuator/prometheus",
            "actuator/instances",
            "actuator/gateway/routes",
            "actuator/env",
            "eureka/apps",
            "eureka/apps/AUTH-SVCS",
            "internal/instance",
            "internal/instance/drain");

    /** Before the path of something inside, in whatever spelling. */
    private static final List<String> WAYS = List.of(
            "/",
            "//",
            "///",
            "/./",
            "/%2e/",
            "/;/",
            "/;a=b/",
            "/%2f",
            "/%2F/",
            "/%5c",
            "/\\",
            "/v1/../",
            "/v1/%2e%2e/",
            "/v1/..;/",
            "/v1/auth/../../",
            "/v1/auth/validate/../../../",
            "/v1/auth/validate/..%2f..%2f..%2f",
            "/v1/auth/validate/..;/..;/..;/",
            "/v1/router/../../",
            "/v1/router/health/../../../",
            "/.well-known/../",
            "/%252e%252e/",
            "/api/authorization/../../",
            "http://127.0.0.1/",
            "http://auth/",
            "/%00/",
            "/?/");

    private static final Pattern OF_THE_INSIDE = Pattern.compile("\"_links\"|\"proof\"|\"status\"\\s*:\\s*\"UP\"|"
            + "\"propertySources\"|\"applications?\"|<application|auth_requests_seconds|\"predicate\"|\"instances\"");

    private final Scene scene;

    private Intrusion(Scene scene) {
        this.scene = scene;
    }

    static Trial trial() {
        return new Trial(
                "rogue",
                "a false instance is registered with the registry's password, headers are forged, and the inside is called by"
                        + " many spellings",
                Needs.usual(),
                scene -> new Intrusion(scene).figures());
    }

    private List<Figure> figures() {
        try (Impostor impostor = Impostor.start();
                Stranger registrar = new Stranger(HERE, scene.door(REGISTRY), scene.vault())) {
            Registration registration = new Registration(registrar);
            String password = scene.cluster().secrets().getOrDefault("registry's password", "");
            List<Figure> figures = new ArrayList<>();
            figures.add(withoutPassword(
                    List.of(registration.of(impostor.port(), ""), registration.of(impostor.port(), "auth-svcs"))));
            require(registration.of(impostor.port(), password));
            try {
                figures.addAll(unheard(impostor));
            } finally {
                registration.cancel(password);
            }
            figures.addAll(unbelieved());
            figures.add(unreached());
            return figures;
        }
    }

    private static void require(int registered) {
        if (registered / 100 != 2) {
            throw Fault.failed(
                    REGISTRY,
                    "It refused a registration with its password by " + registered + ".",
                    "authctl logs registry shows why.");
        }
    }

    static Figure withoutPassword(List<Integer> statuses) {
        return new Figure(
                "Without the registry's password, registrations were answered " + statuses,
                "401",
                statuses.stream().allMatch(status -> status == UNAUTHORIZED));
    }

    private List<Figure> unheard(Impostor impostor) {
        boolean noticed = Deadline.in(NOTICED).await(() -> impostor.heads().size() > 1);
        Person person = Person.any();
        List<Answer> answers = new ArrayList<>();
        try (Stranger friend = scene.friend()) {
            String token = friend.ask(person.registration()).text("/result/token");
            int count = Math.max(LEAST_REQUESTS, scene.terms().requests() / TENTH);
            IntStream.range(0, count).forEach(number -> {
                answers.add(friend.ask(request(number, token, person)));
                scene.commentary().say(number + " of " + count + " requests beside a false instance");
            });
        }
        return List.of(noticed(noticed, impostor.heads().size()), unheard(impostor.heads(), answers));
    }

    /** Mostly questions, and now and then a login. */
    private static Question request(int number, String token, Person person) {
        return number % 100 == 0
                ? person.login()
                : Question.get("/v1/auth/validate").bearing(token);
    }

    /** Else nothing would be shown by what it was not asked. */
    private static Figure noticed(boolean noticed, int probes) {
        return new Figure(
                "The false instance was in the registry, and was asked " + probes + " times to prove itself",
                "some times",
                noticed);
    }

    static Figure unheard(List<String> heads, List<Answer> answers) {
        long requests = heads.stream().filter(head -> !head.startsWith(PROBE)).count();
        long secrets = heads.stream()
                .filter(head -> SECRET.matcher(head.toLowerCase(Locale.ROOT)).matches())
                .count();
        long served = answers.stream().filter(Answer::isDone).count();
        return new Figure(
                "Of " + answers.size() + " requests meanwhile " + served + " were served, and the false instance got "
                        + requests + ", and " + secrets + " secrets",
                "all of them, and none",
                !answers.isEmpty() && served == answers.size() && requests + secrets == 0);
    }

    /** An instance is told by somebody who is no gateway who calls, from where, and that they may. */
    private List<Figure> unbelieved() {
        scene.commentary().say("calls an instance, by forged headers");
        String instance = scene.instances().getFirst();
        Person person = scene.population().active(1).getFirst();
        try (Stranger direct = scene.at(HERE, instance)) {
            String token = direct.ask(forged(person.login())).text("/token");
            String address = direct.ask(Question.get("/v1/auth/sessions").bearing(token))
                    .at("/sessions")
                    .valueStream()
                    .map(session -> session.path("address").asString(""))
                    .collect(Collectors.joining(", "));
            List<Answer> forbidden = Stream.of(
                            Question.get("/v1/admin/users?limit=1"),
                            Question.get("/v1/admin/keys"),
                            Question.get("/v1/auth/me"),
                            Question.post("/internal/instance/drain", Map.of()))
                    .map(Intrusion::forged)
                    .map(direct::ask)
                    .toList();
            return List.of(forbidden(forbidden), address(!token.isEmpty(), address), guessedDirectly(direct));
        }
    }

    private static Question forged(Question question) {
        return question.with("X-Auth-Gateway: 1")
                .with("X-Auth-Client-Address: " + FORGED)
                .with("X-Auth-User-Id: 00000000-0000-0000-0000-000000000000")
                .with("X-Auth-Roles: admin")
                .with("X-Auth-Session-Id: 1")
                .with("X-Auth-Idempotency-Key: 1");
    }

    static Figure forbidden(List<Answer> answers) {
        return new Figure(
                "An instance answered forged headers " + answers,
                "401 each time",
                !answers.isEmpty() && answers.stream().allMatch(answer -> answer.status() == UNAUTHORIZED));
    }

    static Figure address(boolean loggedIn, String address) {
        return new Figure(
                "A login by a forged address " + (loggedIn ? "has" : "failed, and has") + " the address \"" + address
                        + "\"",
                "not " + FORGED,
                loggedIn && !address.contains(FORGED));
    }

    /** Whoever invents an address each time is nobody new each time. */
    private Figure guessedDirectly(Stranger direct) {
        Person victim = scene.population().active(1).getFirst();
        Looked looked = new Looked();
        IntStream.rangeClosed(1, 3 * Guessing.MOST_TRIES)
                .forEach(number -> looked.note(
                        direct.ask(victim.guessedAt().login().with("X-Auth-Client-Address: 198.51." + number + ".7"))));
        return Guessing.counted(looked);
    }

    private Figure unreached() {
        scene.commentary().say("looks for a way in");
        List<String> reached = new ArrayList<>();
        int asked = 0;
        try (Stranger friend = scene.friend()) {
            for (String inside : INSIDE) {
                for (String way : WAYS) {
                    Answer answer = friend.ask(Question.get(way + inside));
                    asked++;
                    if (isReached(answer)) {
                        reached.add(way + inside + " (" + answer + ")");
                    }
                }
            }
        }
        return unreached(asked, reached);
    }

    /** The path of one call is a token, of which it says that it is none. */
    static boolean isReached(Answer answer) {
        boolean isRefused = answer.status() >= 400 || answer.body().contains("\"isValid\":false");
        return !isRefused || OF_THE_INSIDE.matcher(answer.body()).find();
    }

    static Figure unreached(int asked, List<String> reached) {
        return new Figure(
                "Of " + asked + " ways to actuator, registry and instances " + reached.size() + " led there"
                        + (reached.isEmpty() ? "" : ": " + reached),
                "none",
                asked > 0 && reached.isEmpty());
    }
}
