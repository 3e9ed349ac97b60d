package io.authsvcs.gateway.operator;

import io.authsvcs.common.Contract;
import io.authsvcs.gateway.format.Format;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.routing.Routes;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** GET /v1/router/list/routes: what this gateway serves, in the order in which paths are looked up. */
@Component
final class ListRoutes {
    private final Routes routes;

    ListRoutes(Routes routes) {
        this.routes = routes;
    }

    record View(List<Row> routes) {}

    record Row(
            String label,
            String path,
            List<String> methods,
            String upstream,
            List<String> contracts,
            String format,
            String effect) {
        static Row of(Route route, Format format) {
            return new Row(
                    route.label(),
                    route.path(),
                    route.methodNames(),
                    route.upstream().label(),
                    route.contracts().stream().map(Contract::label).toList(),
                    inLowerCase(format),
                    inLowerCase(route.effect()));
        }

        private static String inLowerCase(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    Reply reply() {
        return Reply.ok(new View(routes.served().entrySet().stream()
                .map(row -> Row.of(row.getKey(), row.getValue()))
                .toList()));
    }
}
