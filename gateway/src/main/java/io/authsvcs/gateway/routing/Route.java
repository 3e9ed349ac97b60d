package io.authsvcs.gateway.routing;

import static io.authsvcs.gateway.format.Format.ALTEGIO;
import static io.authsvcs.gateway.format.Format.AUTHORIZATION;
import static io.authsvcs.gateway.format.Format.EDUMAPS;
import static io.authsvcs.gateway.format.Format.ENVELOPE;
import static io.authsvcs.gateway.format.Format.OAUTH;
import static io.authsvcs.gateway.format.Format.RAW;
import static io.authsvcs.gateway.format.Format.SLIDE;
import static io.authsvcs.gateway.format.Format.VERDICT;
import static io.authsvcs.gateway.routing.Route.Bodies.LARGE;
import static io.authsvcs.gateway.routing.Route.Bodies.USUAL;
import static io.authsvcs.gateway.routing.Route.Effect.READS;
import static io.authsvcs.gateway.routing.Route.Effect.REPEATABLE;
import static io.authsvcs.gateway.routing.Upstream.AUTH_SVCS;
import static io.authsvcs.gateway.routing.Upstream.GATEWAY;
import static io.authsvcs.gateway.routing.Upstream.GATEWAY_FOR_OPERATORS;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.authsvcs.common.Contract;
import io.authsvcs.gateway.format.Format;
import io.authsvcs.gateway.pipeline.Attribute;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * Every route, with its path (matched strictly: a trailing slash belongs to it; {@code [/]} stands for both spellings),
 * whether it only reads, and its methods; an instance answers it in the envelope, and bodies are small, unless the row
 * says otherwise. Of two paths that fit, the upper one counts. HEAD goes wherever GET only reads: it is safe (RFC 9110
 * §9.2.1). A route in the format of a contract is there only while that is switched on; one of two contracts is there for
 * either, and is both's to limit.
 */
@SuppressWarnings("ImmutableEnumChecker") // What List.of and Set.of return is immutable, and so are patterns.
public enum Route {
    REGISTER("/v1/auth/register", REPEATABLE, POST),
    ACTIVATE("/v1/auth/activate", REPEATABLE, POST),
    RESEND_ACTIVATION("/v1/auth/activate/resend", REPEATABLE, POST),
    LOGIN("/v1/auth/login", REPEATABLE, POST),
    FINISH_LOGIN("/v1/auth/login/second-factor", REPEATABLE, POST),
    LOGOUT("/v1/auth/logout", REPEATABLE, POST),
    REFRESH("/v1/auth/refresh", REPEATABLE, POST),

    VALIDATE("/v1/auth/validate", READS, GET, POST),
    VALIDATE_BATCH("/v1/auth/validate/batch", LARGE, READS, POST),
    VALIDATE_IN_PATH("/v1/auth/validate/{token}", READS, GET),
    VERIFY("/v1/auth/verify", VERDICT, READS, GET),

    SESSIONS("/v1/auth/sessions", READS, GET),
    END_SESSIONS("/v1/auth/sessions", REPEATABLE, DELETE),
    END_SESSION("/v1/auth/sessions/{id}", REPEATABLE, DELETE),
    ME("/v1/auth/me", READS, GET),
    CHANGE_ME("/v1/auth/me", REPEATABLE, PATCH),
    CHANGE_PASSWORD("/v1/auth/password", REPEATABLE, PUT),
    FORGOT_PASSWORD("/v1/auth/password/forgot", REPEATABLE, POST),
    RESET_PASSWORD("/v1/auth/password/reset", REPEATABLE, POST),
    SECOND_FACTOR("/v1/auth/second-factor", READS, GET),
    BEGIN_SECOND_FACTOR("/v1/auth/second-factor", REPEATABLE, POST),
    REMOVE_SECOND_FACTOR("/v1/auth/second-factor", REPEATABLE, DELETE),
    CONFIRM_SECOND_FACTOR("/v1/auth/second-factor/confirm", REPEATABLE, POST),
    RENEW_RECOVERY_CODES("/v1/auth/second-factor/recovery-codes", REPEATABLE, POST),

    JWKS("/.well-known/jwks.json", RAW, READS, GET),
    METADATA("/.well-known/openid-configuration", RAW, READS, GET),
    INTROSPECT("/oauth2/introspect", OAUTH, READS, POST),
    REVOKE("/oauth2/revoke", OAUTH, REPEATABLE, POST),

    USERS("/v1/admin/users", READS, GET),
    CREATE_USER("/v1/admin/users", REPEATABLE, POST),
    IMPORT_USERS("/v1/admin/users/import", REPEATABLE, POST),
    USER("/v1/admin/users/{id}", READS, GET),
    DELETE_USER("/v1/admin/users/{id}", REPEATABLE, DELETE),
    CHANGE_USER("/v1/admin/users/{id}/{change:disable|enable|restore}", REPEATABLE, POST),
    CHANGE_ROLES("/v1/admin/users/{id}/roles", REPEATABLE, PUT),
    ATTRIBUTES("/v1/admin/users/{id}/attributes", READS, GET),
    CHANGE_ATTRIBUTES("/v1/admin/users/{id}/attributes", REPEATABLE, PUT),
    END_SESSIONS_OF_USER("/v1/admin/users/{id}/sessions", REPEATABLE, DELETE),
    RESET_SECOND_FACTOR("/v1/admin/users/{id}/second-factor", REPEATABLE, DELETE),
    PARTNERS("/v1/admin/partners", READS, GET),
    CREATE_PARTNER("/v1/admin/partners", REPEATABLE, POST),
    CHANGE_PARTNER("/v1/admin/partners/{id}/{change:rotate|disable|enable}", REPEATABLE, POST),
    KEYS("/v1/admin/keys", READS, GET),
    ROTATE_KEYS("/v1/admin/keys/rotate", REPEATABLE, POST),
    REVOKE_KEY("/v1/admin/keys/{kid}/revoke", REPEATABLE, POST),
    AUDIT("/v1/admin/audit", READS, GET),

    ALTEGIO_LOGIN("/auth[/]", ALTEGIO, REPEATABLE, POST),

    // With a slash at its end it is slide's, whose document has one. Proxies drop and add slashes, so that instances
    // go by the body, and either path leads to both.
    EDUMAPS_LOGIN("/auth/login", EDUMAPS, SLIDE, REPEATABLE, POST),
    EDUMAPS_LOCAL("/auth/local[/]", EDUMAPS, REPEATABLE, POST),
    EDUMAPS_LOCAL_TOKEN("/auth/local[/]", EDUMAPS, READS, GET),
    EDUMAPS_TOKEN("/auth/token[/]", EDUMAPS, READS, POST),

    SLIDE_REGISTER("/auth/register[/]", SLIDE, REPEATABLE, POST),
    SLIDE_LOGIN("/auth/login/", SLIDE, EDUMAPS, REPEATABLE, POST),
    SLIDE_TOKENS("/auth/tokens[/]", SLIDE, READS, GET),
    SLIDE_END_TOKEN("/auth/tokens/{key}[/]", SLIDE, REPEATABLE, DELETE),
    SLIDE_USER("/user[/]", SLIDE, READS, GET),

    AUTHORIZATION_LOGIN("/api/authorization/login[/]", AUTHORIZATION, REPEATABLE, POST),
    AUTHORIZATION_SIGNUP("/api/authorization/signup[/]", AUTHORIZATION, REPEATABLE, POST),
    AUTHORIZATION_LOGOUT("/api/authorization/logout[/]", AUTHORIZATION, REPEATABLE, GET),
    AUTHORIZATION_PASSWORD("/api/authorization/password[/]", AUTHORIZATION, REPEATABLE, PUT),
    AUTHORIZATION_SESSION("/api/authorization[/]", AUTHORIZATION, READS, GET),

    ROUTER_HEALTH("/v1/router/health", GATEWAY, READS, GET),
    ROUTER_VERSION("/v1/router/version", GATEWAY, READS, GET),
    ROUTER_STATS("/v1/router/stats", GATEWAY_FOR_OPERATORS, READS, GET),
    ROUTER_ROUTES("/v1/router/list/routes", GATEWAY_FOR_OPERATORS, READS, GET),
    ROUTER_SERVICES("/v1/router/list/services", GATEWAY_FOR_OPERATORS, READS, GET),
    ROUTER_NODES("/v1/router/list/nodes", GATEWAY_FOR_OPERATORS, READS, GET),
    DRAIN_NODE("/v1/router/nodes/{id}/drain", GATEWAY_FOR_OPERATORS, REPEATABLE, POST),
    UNDRAIN_NODE("/v1/router/nodes/{id}/undrain", GATEWAY_FOR_OPERATORS, REPEATABLE, POST);

    /** What a request leaves behind, and so whether it may be sent to a second instance after a first was lost. */
    public enum Effect {
        READS,
        /** Has one effect however often it comes: by its key, or because what is ended or set can be so again. */
        REPEATABLE
    }

    /** How large a request and its answer may be: a person's, or a thousand tokens with their verdicts. */
    public enum Bodies {
        USUAL,
        LARGE
    }

    /** The route of the request, once it is found. */
    public static final Attribute<Route> ATTRIBUTE = new Attribute<>("route", Route.class);

    private final Spellings path;
    private final Set<HttpMethod> methods;
    private final Upstream upstream;
    private final List<Format> formats;
    private final Bodies bodies;
    private final Effect effect;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Route(String path, Effect effect, HttpMethod... methods) {
        this(path, ENVELOPE, effect, methods);
    }

    Route(String path, Format format, Effect effect, HttpMethod... methods) {
        this(path, AUTH_SVCS, List.of(format), USUAL, effect, methods);
    }

    /** Of two contracts, by its path the first one's. */
    Route(String path, Format format, Format other, Effect effect, HttpMethod... methods) {
        this(path, AUTH_SVCS, List.of(format, other), USUAL, effect, methods);
    }

    Route(String path, Bodies bodies, Effect effect, HttpMethod... methods) {
        this(path, AUTH_SVCS, List.of(ENVELOPE), bodies, effect, methods);
    }

    Route(String path, Upstream upstream, Effect effect, HttpMethod... methods) {
        this(path, upstream, List.of(ENVELOPE), USUAL, effect, methods);
    }

    Route(String path, Upstream upstream, List<Format> formats, Bodies bodies, Effect effect, HttpMethod... methods) {
        this.path = Spellings.of(path);
        this.methods = Set.of(methods);
        this.upstream = upstream;
        this.formats = formats;
        this.bodies = bodies;
        this.effect = effect;
    }

    /** As logs and metrics call it: {@code validate-in-path}. */
    public String label() {
        return label;
    }

    /** As the table has it, with {@code {id}} for what differs, and {@code [/]} for either spelling. */
    public String path() {
        return path.toString();
    }

    /** The methods that it answers, sorted. */
    public List<String> methodNames() {
        return Arrays.stream(HttpMethod.values())
                .filter(this::serves)
                .map(HttpMethod::name)
                .sorted()
                .toList();
    }

    /** What stands in a path of this route for {@code {id}}, and the like, decoded. */
    public Map<String, String> variables(PathContainer requested) {
        return path.variables(requested);
    }

    public Upstream upstream() {
        return upstream;
    }

    /** Those whose calls come here, and by whose limits each of these is counted; none where the API is our own. */
    public List<Contract> contracts() {
        return formats.stream().flatMap(format -> format.contract().stream()).toList();
    }

    public Bodies bodies() {
        return bodies;
    }

    public Effect effect() {
        return effect;
    }

    /** Whether it only reads, at instances. Who looks at the gateway itself, or mends it, is none of these. */
    public boolean readsAtInstances() {
        return effect == Effect.READS && upstream == Upstream.AUTH_SVCS;
    }

    /** What its answers look like while these contracts are on; nothing where it isn't there for any of them. */
    Optional<Format> format(Predicate<Contract> isOn) {
        return formats.stream()
                .filter(format -> format.contract().filter(isOn.negate()).isEmpty())
                .findFirst();
    }

    Set<HttpMethod> methods() {
        return methods;
    }

    /** Its spellings as callers write them, unless something differs in each. */
    Stream<String> plainPaths() {
        return path.plain();
    }

    boolean hasPathOf(Route other) {
        return path.meets(other.path);
    }

    boolean matches(PathContainer requested) {
        return path.matches(requested);
    }

    boolean serves(HttpMethod method) {
        return methods.contains(method) || (HttpMethod.HEAD.equals(method) && servesHead());
    }

    private boolean servesHead() {
        return methods.contains(GET) && effect == READS;
    }
}
