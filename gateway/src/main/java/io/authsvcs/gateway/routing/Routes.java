package io.authsvcs.gateway.routing;

import io.authsvcs.gateway.format.Format;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** The rows of the table that this gateway serves: all but those of contracts that are switched off. */
@Component
public final class Routes {
    private final List<Route> served;

    Routes(ContractSettings contracts) {
        this.served = Arrays.stream(Route.values())
                .filter(route -> route.format().contract().map(contracts::isOn).orElse(true))
                .toList();
    }

    /** What the answers to a path look like, whatever its method. */
    public Format formatOf(String path) {
        return parsed(path)
                .flatMap(known ->
                        served.stream().filter(route -> route.matches(known)).findFirst())
                .map(Route::format)
                .orElse(Format.ENVELOPE);
    }

    Match match(PathContainer path, HttpMethod method) {
        return served.stream()
                .filter(route -> route.matches(path))
                .findFirst()
                .map(first -> matchPathOf(first, method))
                .orElseGet(Match.UnknownPath::new);
    }

    private Match matchPathOf(Route first, HttpMethod method) {
        List<Route> routes =
                served.stream().filter(route -> route.hasPathOf(first)).toList();
        return routes.stream()
                .filter(route -> route.serves(method))
                .findFirst()
                .<Match>map(Match.Found::new)
                .orElseGet(() -> new Match.WrongMethod(allow(routes), first.format()));
    }

    private static Optional<PathContainer> parsed(String path) {
        try {
            return Optional.of(PathContainer.parsePath(path));
        } catch (IllegalArgumentException notAPath) {
            return Optional.empty();
        }
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
