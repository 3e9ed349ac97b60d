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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** The rows of the table that this gateway serves: all but those of contracts that are switched off. */
@Component
public final class Routes {
    /** In the table's order. */
    private final Map<Route, Format> served = new EnumMap<>(Route.class);

    /** What a search finds for each path that is written in the table as callers write it: for most of what they ask. */
    private final Map<String, List<Route>> plain;

    Routes(ContractSettings contracts) {
        for (Route route : Route.values()) {
            route.format(contracts::isOn).ifPresent(format -> served.put(route, format));
        }
        plain = served.keySet().stream()
                .flatMap(Route::plainPaths)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), this::search));
    }

    /** What the answers to a path look like, whatever its method. */
    public Format formatOf(String path) {
        return rowsOf(path).stream().findFirst().map(this::formatOf).orElse(Format.ENVELOPE);
    }

    /** The row that serves a path and a method, if there is one. */
    public Optional<Route> routeOf(String path, HttpMethod method) {
        return serving(rowsOf(path), method);
    }

    /** Each row with what its answers look like, in the table's order. */
    public Map<Route, Format> served() {
        return Collections.unmodifiableMap(served);
    }

    Match match(PathContainer path, HttpMethod method) {
        List<Route> rows = rowsOf(path.value());
        return rows.isEmpty()
                ? new Match.UnknownPath()
                : serving(rows, method)
                        .<Match>map(route -> new Match.Found(route, formatOf(route)))
                        .orElseGet(() -> new Match.WrongMethod(allow(rows), formatOf(rows.getFirst())));
    }

    /** The rows that have a path, in the table's order. */
    private List<Route> rowsOf(String path) {
        return Optional.ofNullable(plain.get(path)).orElseGet(() -> search(path));
    }

    private List<Route> search(String path) {
        return PlainPath.isAmbiguous(path) ? List.of() : rowsThatMatch(PlainPath.parse(path));
    }

    private List<Route> rowsThatMatch(PathContainer path) {
        return served.keySet().stream()
                .filter(route -> route.matches(path))
                .findFirst()
                .map(first -> served.keySet().stream()
                        .filter(route -> route.hasPathOf(first))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Route> serving(List<Route> rows, HttpMethod method) {
        return rows.stream().filter(route -> route.serves(method)).findFirst();
    }

    /** What the answers of a row that is served look like. */
    public Format formatOf(Route route) {
        return Objects.requireNonNull(served.get(route), "A route that is served has a format");
    }

    private static String allow(Collection<Route> routes) {
        return Arrays.stream(HttpMethod.values())
                .filter(method -> routes.stream().anyMatch(route -> route.serves(method)))
                .map(HttpMethod::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
