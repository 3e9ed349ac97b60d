package io.authsvcs.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.http.Witness;
import io.authsvcs.local.process.Launch;
import io.authsvcs.local.process.LogFile;
import io.authsvcs.local.process.Ports;
import io.authsvcs.local.process.ProcessId;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Keycloak as its distribution has it, with one realm, one client that is in the audience of its tokens (or introspection
 * would call them inactive), and one user.
 */
record Keycloak(Started server, List<Start> starts, URI door, String secret, String password) implements Stand {
    static final String USERINFO = "keycloak-userinfo";
    private static final String NAME = "keycloak";
    private static final String ADMINISTRATOR = "admin";
    private static final String REALM = "bench";
    private static final String CLIENT = "bench";
    private static final String USER = "ann";
    private static final String CONNECT = "/protocol/openid-connect/";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final int LONG_SECONDS = 86_400;

    /** @param distribution unpacked, and nobody else's: its database is in it */
    static Keycloak start(Path distribution, Path folder, Consumer<Runnable> atEnd) {
        int port = Ports.choose(0, Set.of());
        int managementPort = Ports.choose(0, Set.of(port));
        String administrator = UUID.randomUUID().toString();
        Started server = Started.by(
                new Launch(
                        NAME,
                        command(distribution, port, managementPort),
                        Map.of(
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "KC_BOOTSTRAP_ADMIN_USERNAME",
                                ADMINISTRATOR,
                                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                                administrator),
                        folder,
                        new LogFile(folder.resolve(NAME + ".log"))),
                atEnd);
        Start start = server.await(() -> !Ports.isFree(port));
        Keycloak keycloak = new Keycloak(
                server,
                List.of(start),
                URI.create("http://127.0.0.1:" + port),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        keycloak.setUp(administrator);
        return keycloak;
    }

    private static List<String> command(Path distribution, int port, int managementPort) {
        return List.of(
                "sh",
                distribution.resolve(Path.of("bin", "kc.sh")).toString(),
                "start",
                "--db=dev-file",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                // A token names it as its issuer, and is only good where the same one is asked.
                "--hostname=http://127.0.0.1:" + port);
    }

    private void setUp(String administrator) {
        String token = token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        ADMINISTRATOR,
                        "password",
                        administrator));
        var _ = done(Question.post("/admin/realms", realm()).bearing(token));
    }

    private Map<String, ?> realm() {
        return Map.of(
                "realm",
                REALM,
                "enabled",
                true,
                "sslRequired",
                "none",
                "accessTokenLifespan",
                LONG_SECONDS,
                "ssoSessionIdleTimeout",
                LONG_SECONDS,
                "clients",
                List.of(client()),
                "users",
                List.of(user()));
    }

    private Map<String, ?> client() {
        Map<String, ?> audience = Map.of(
                "name", "audience",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config",
                        Map.of(
                                "included.client.audience", CLIENT,
                                "access.token.claim", "true",
                                "introspection.token.claim", "true"));
        return Map.of(
                "clientId",
                CLIENT,
                "secret",
                secret,
                "publicClient",
                false,
                "directAccessGrantsEnabled",
                true,
                "protocolMappers",
                List.of(audience));
    }

    private Map<String, ?> user() {
        return Map.of(
                "username",
                USER,
                "enabled",
                true,
                "email",
                "ann@example.com",
                "emailVerified",
                true,
                "firstName",
                "Ann",
                "lastName",
                "Bench",
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false)));
    }

    @Override
    public List<Peer> peers() {
        String token = token(REALM, grant());
        Question introspection = introspection(token);
        if (!done(introspection).at("/active").asBoolean(false)) {
            throw Fault.failed(NAME, "Keycloak calls its own token inactive.", "Its client has to be in the audience.");
        }
        return List.of(
                peer(
                        USERINFO,
                        "Keycloak's userinfo",
                        Question.get(at(REALM, "userinfo")).bearing(token),
                        Peer.USUAL_CONNECTIONS),
                peer(
                        "keycloak-introspection",
                        "Keycloak's introspection, which answers active",
                        introspection,
                        Peer.USUAL_CONNECTIONS),
                peer(
                        "keycloak-grant",
                        "Keycloak's password grant, at its own default hash",
                        form(at(REALM, "token"), grant()),
                        Peer.CONNECTIONS_TO_HASH));
    }

    @Override
    public List<String> settings() {
        return List.of("Keycloak: the distribution's `kc.sh start`, the JDK of this run, its own default heap, hash and"
                + " token settings but for longer lifetimes; `--cache=local`, since it is alone, and its file database in the"
                + " same process, which is the cheapest that it has.");
    }

    private Peer peer(String name, String does, Question question, int connections) {
        Map<String, ProcessId> processes = Map.of(NAME, server.process());
        return new Peer(Contestant.KEYCLOAK, name, does, door, question, connections, processes);
    }

    private Map<String, String> grant() {
        return Map.of(
                "grant_type", "password",
                "client_id", CLIENT,
                "client_secret", secret,
                "username", USER,
                "password", password,
                "scope", "openid");
    }

    private Question introspection(String token) {
        String credentials = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(UTF_8));
        return form(at(REALM, "token/introspect"), Map.of("token", token)).with("Authorization: Basic " + credentials);
    }

    private String token(String realm, Map<String, String> grant) {
        return done(form(at(realm, "token"), grant)).text("/access_token");
    }

    private static String at(String realm, String what) {
        return "/realms/" + realm + CONNECT + what;
    }

    private static Question form(String target, Map<String, String> fields) {
        String body = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return new Question("POST", target, List.of(FORM), body);
    }

    private Answer done(Question question) {
        try (Stranger client = new Stranger(InetAddress.ofLiteral("127.0.0.1"), door, Witness.none())) {
            Answer answer = client.ask(question);
            if (!answer.isDone()) {
                throw Fault.failed(
                        NAME,
                        "Keycloak answers " + answer.status() + " to " + question + ".",
                        "The whole log: " + server.launch().log().path());
            }
            return answer;
        }
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return NAME + " at " + door;
    }
}
