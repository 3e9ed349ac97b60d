package io.authsvcs.gateway.routing;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** What the table says about a path and a method. */
sealed interface Match {
    record Found(Route route) implements Match {}

    record UnknownPath() implements Match {}

    // The header of that name, RFC 9110 §10.2.1.
    record WrongMethod(String allow) implements Match {}

    static Match of(PathContainer path, HttpMethod method) {
        List<Route> routes = Arrays.stream(Route.values())
                .filter(route -> route.matches(path))
                .toList();
        Optional<Route> serving =
                routes.stream().filter(route -> route.serves(method)).findFirst();
        if (serving.isPresent()) {
            return new Found(serving.get());
        }
        return routes.isEmpty() ? new UnknownPath() : new WrongMethod(allow(routes));
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
