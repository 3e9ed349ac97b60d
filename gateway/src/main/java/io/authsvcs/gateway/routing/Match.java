package io.authsvcs.gateway.routing;

import io.authsvcs.gateway.format.Format;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** What the table says about a path and a method. */
sealed interface Match {
    record Found(Route route) implements Match {}

    record UnknownPath() implements Match {}

    // The header of that name, RFC 9110 §10.2.1, and how to say so.
    record WrongMethod(String allow, Format format) implements Match {}

    static Match of(PathContainer path, HttpMethod method) {
        return Arrays.stream(Route.values())
                .filter(route -> route.matches(path))
                .findFirst()
                .map(first -> ofPathOf(first, method))
                .orElseGet(UnknownPath::new);
    }

    private static Match ofPathOf(Route first, HttpMethod method) {
        List<Route> routes = Arrays.stream(Route.values())
                .filter(route -> route.hasPathOf(first))
                .toList();
        return routes.stream()
                .filter(route -> route.serves(method))
                .findFirst()
                .<Match>map(Found::new)
                .orElseGet(() -> new WrongMethod(allow(routes), first.format()));
    }

    private static String allow(Collection<Route> routes) {
        return routes.stream()
                .flatMap(route -> route.methods().stream())
                .flatMap(method ->
                        HttpMethod.GET.equals(method) ? Stream.of(method, HttpMethod.HEAD) : Stream.of(method))
                .map(HttpMethod::name)
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
