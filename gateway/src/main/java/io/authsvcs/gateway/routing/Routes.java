package io.authsvcs.gateway.routing;

import io.authsvcs.gateway.format.Format;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** The rows of the table that this gateway serves: all but those of contracts that are switched off. */
@Component
public final class Routes {
    /** In the table's order. */
    private final Map<Route, Format> served = new EnumMap<>(Route.class);

    Routes(ContractSettings contracts) {
        for (Route route : Route.values()) {
            route.format(contracts::isOn).ifPresent(format -> served.put(route, format));
        }
    }

    /** What the answers to a path look like, whatever its method. */
    public Format formatOf(String path) {
        return parsed(path).flatMap(this::first).map(this::formatOf).orElse(Format.ENVELOPE);
    }

    /** The row that serves a path and a method, if there is one. */
    public Optional<Route> routeOf(String path, HttpMethod method) {
        return parsed(path).map(known -> match(known, method)).flatMap(Routes::found);
    }

    private static Optional<Route> found(Match match) {
        return match instanceof Match.Found found ? Optional.of(found.route()) : Optional.empty();
    }

    /** Each row with what its answers look like, in the table's order. */
    public Map<Route, Format> served() {
        return Collections.unmodifiableMap(served);
    }

    Match match(PathContainer path, HttpMethod method) {
        return first(path).map(first -> matchPathOf(first, method)).orElseGet(Match.UnknownPath::new);
    }

    private Optional<Route> first(PathContainer path) {
        return served.keySet().stream().filter(route -> route.matches(path)).findFirst();
    }

    private Match matchPathOf(Route first, HttpMethod method) {
        List<Route> routes =
                served.keySet().stream().filter(route -> route.hasPathOf(first)).toList();
        return routes.stream()
                .filter(route -> route.serves(method))
                .findFirst()
                .<Match>map(route -> new Match.Found(route, formatOf(route)))
                .orElseGet(() -> new Match.WrongMethod(allow(routes), formatOf(first)));
    }

    /** What the answers of a row that is served look like. */
    public Format formatOf(Route route) {
        return Objects.requireNonNull(served.get(route), "A route that is served has a format");
    }

    private static Optional<PathContainer> parsed(String path) {
        try {
            return Optional.of(PathContainer.parsePath(path));
        } catch (IllegalArgumentException notAPath) {
            return Optional.empty();
        }
    }

    private static String allow(Collection<Route> routes) {
        return Arrays.stream(HttpMethod.values())
                .filter(method -> routes.stream().anyMatch(route -> route.serves(method)))
                .map(HttpMethod::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
