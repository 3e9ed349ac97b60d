package io.authsvcs.gateway.routing;

import static io.authsvcs.gateway.format.Format.ENVELOPE;
import static io.authsvcs.gateway.format.Format.RAW;
import static io.authsvcs.gateway.routing.Upstream.AUTH_SVCS;
import static io.authsvcs.gateway.routing.Upstream.GATEWAY;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.authsvcs.gateway.format.Format;
import io.authsvcs.gateway.pipeline.Attribute;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every route, with its path (matched strictly: a trailing slash belongs to it), methods, upstream, format, and whether
 * it only reads. HEAD goes wherever GET goes.
 */
@SuppressWarnings("ImmutableEnumChecker") // What Set.of returns is immutable, and so are patterns.
public enum Route {
    REGISTER("/v1/auth/register", Set.of(POST), AUTH_SVCS, ENVELOPE, Effect.WRITES),
    LOGIN("/v1/auth/login", Set.of(POST), AUTH_SVCS, ENVELOPE, Effect.WRITES),
    LOGOUT("/v1/auth/logout", Set.of(POST), AUTH_SVCS, ENVELOPE, Effect.WRITES),
    VALIDATE("/v1/auth/validate", Set.of(GET, POST), AUTH_SVCS, ENVELOPE, Effect.READS),
    VALIDATE_IN_PATH("/v1/auth/validate/{token}", Set.of(GET), AUTH_SVCS, ENVELOPE, Effect.READS),
    ME("/v1/auth/me", Set.of(GET), AUTH_SVCS, ENVELOPE, Effect.READS),
    JWKS("/.well-known/jwks.json", Set.of(GET), AUTH_SVCS, RAW, Effect.READS),
    ROUTER_HEALTH("/v1/router/health", Set.of(GET), GATEWAY, ENVELOPE, Effect.READS),
    ROUTER_VERSION("/v1/router/version", Set.of(GET), GATEWAY, ENVELOPE, Effect.READS);

    /** What a request leaves behind: one that only reads may be sent to a second instance after a first was lost. */
    public enum Effect {
        READS,
        WRITES
    }

    /** The route of the request, once it is found. */
    public static final Attribute<Route> ATTRIBUTE = new Attribute<>("route", Route.class);

    private final PathPattern path;
    private final Set<HttpMethod> methods;
    private final Upstream upstream;
    private final Format format;
    private final Effect effect;

    Route(String path, Set<HttpMethod> methods, Upstream upstream, Format format, Effect effect) {
        this.path = PathPatternParser.defaultInstance.parse(path);
        this.methods = methods;
        this.upstream = upstream;
        this.format = format;
        this.effect = effect;
    }

    /** As logs and metrics call it: {@code validate-in-path}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Upstream upstream() {
        return upstream;
    }

    public Format format() {
        return format;
    }

    public Effect effect() {
        return effect;
    }

    Set<HttpMethod> methods() {
        return methods;
    }

    boolean matches(PathContainer requested) {
        return path.matches(requested);
    }

    boolean serves(HttpMethod method) {
        return methods.contains(method) || (HttpMethod.HEAD.equals(method) && methods.contains(GET));
    }
}
