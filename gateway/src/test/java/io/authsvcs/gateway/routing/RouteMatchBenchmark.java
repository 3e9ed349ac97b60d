package io.authsvcs.gateway.routing;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** With every contract on: the most rows that there are. */
@State(Scope.Benchmark)
public class RouteMatchBenchmark {
    private final Routes routes = TestContracts.routes("altegio", "edumaps", "slide", "authorization");
    private final PathContainer plain = PathContainer.parsePath("/v1/auth/validate");
    private final PathContainer withName =
            PathContainer.parsePath("/v1/auth/sessions/01890a5d-ac96-774b-bcce-b302099a8057");
    private final PathContainer unknown = PathContainer.parsePath("/wp-login.php");

    @Benchmark
    public Object plainPath() {
        return routes.match(plain, HttpMethod.GET);
    }

    @Benchmark
    public Object pathWithAName() {
        return routes.match(withName, HttpMethod.DELETE);
    }

    @Benchmark
    public Object unknownPath() {
        return routes.match(unknown, HttpMethod.GET);
    }
}
