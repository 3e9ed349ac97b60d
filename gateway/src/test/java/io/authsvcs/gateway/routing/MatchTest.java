package io.authsvcs.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class MatchTest {
    @ParameterizedTest
    @CsvSource({
        "POST, /v1/auth/register, REGISTER",
        "POST, /v1/auth/login, LOGIN",
        "POST, /v1/auth/logout, LOGOUT",
        "GET, /v1/auth/validate, VALIDATE",
        "POST, /v1/auth/validate, VALIDATE",
        "GET, /v1/auth/validate/a.b.c, VALIDATE_IN_PATH",
        "HEAD, /v1/auth/validate/a.b.c, VALIDATE_IN_PATH",
        "GET, /v1/auth/me, ME",
        "GET, /.well-known/jwks.json, JWKS",
        "GET, /v1/router/health, ROUTER_HEALTH",
        "GET, /v1/router/version, ROUTER_VERSION"
    })
    void everyDocumentedCallHasItsRoute(String method, String path, Route route) {
        assertThat(match(method, path)).isEqualTo(new Match.Found(route));
    }

    @Test
    void noCallHasTwoRoutes() {
        assertThat(Arrays.stream(Route.values()).map(Route::label)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Route.values()).filter(route -> route.matches(path("/v1/auth/validate"))))
                .containsExactly(Route.VALIDATE);
    }

    @ParameterizedTest
    @CsvSource({"/v1/auth/login/", "/V1/auth/login", "/v1/auth//login", "/v1/auth/validate/", "''"})
    void aPathIsMatchedStrictly(String path) {
        assertThat(match("POST", path)).isEqualTo(new Match.UnknownPath());
    }

    @Test
    void aWrongMethodIsToldEveryRightOne() {
        assertThat(match("PUT", "/v1/auth/validate")).isEqualTo(new Match.WrongMethod("GET, HEAD, POST"));
    }

    private static Match match(String method, String path) {
        return Match.of(path(path), HttpMethod.valueOf(method));
    }

    private static PathContainer path(String path) {
        return PathContainer.parsePath(path);
    }
}
