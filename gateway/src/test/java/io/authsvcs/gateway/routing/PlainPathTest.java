package io.authsvcs.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class PlainPathTest {
    private static final Routes ALL = TestContracts.routes("altegio", "edumaps", "slide", "authorization");

    /** Between the segments of a path, each of these makes some reader see another path. */
    private static final List<String> DETOURS = List.of(
            "/",
            "//",
            "/./",
            "/%2e/",
            "/%2E/",
            "/x/../",
            "/x/%2e%2e/",
            "/x/.%2e/",
            "/x/%2e./",
            "/x/%252e%252e/",
            "/x/..;/",
            "/x/..;a=b/",
            ";/",
            ";a=b/",
            ";a=b;c=d/",
            "%3b/",
            "%2f",
            "%2F",
            "%252f",
            "\\",
            "%5c",
            "%5C",
            "%00/",
            "/%00/",
            "%0a/",
            "%0d%0a/",
            "%7f/",
            "%c0%af",
            "/x/%c0%ae%c0%ae/",
            "/x/%e0%80%ae%e0%80%ae/",
            "%ff/",
            "%25/",
            "%/",
            "%u002f");

    @ParameterizedTest
    @EnumSource
    void noDetourLeadsToARoute(Route route) {
        for (HttpMethod method : HttpMethod.values()) {
            assertThat(detoursTo(path(route))
                            .filter(detour -> ALL.routeOf(detour, method).isPresent()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noOtherSpellingIsARoute(Route route) {
        assertThat(otherSpellingsOf(path(route)).filter(path -> isServed(route, path)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void asItIsWrittenItIs(Route route) {
        assertThat(isServed(route, path(route))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/instance",
                "/internal/instance/drain",
                "/v1/auth/../../internal/instance",
                "/v1/auth/validate/..%2f..%2f..%2finternal%2finstance",
                "/v1/auth/validate/../../../internal/instance",
                "/v1/auth/validate/..;/internal/instance",
                "/v1/auth/validate/%2e%2e",
                "/v1/auth/validate/..",
                "/v1/auth/validate/.",
                "/v1/auth/validate/;a=b",
                "/v1/admin/users/..",
                "/v1/admin/users/7;a=b/disable",
                "/v1/admin/users/..%5c..%5cinternal/disable",
                "/auth/tokens/%2e%2e/",
                "/actuator",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/v1/../actuator/health",
                "/v1/;/actuator/health",
                "/eureka/apps",
                "/eureka/apps/AUTH-SVCS",
                "/auth-svcs/v1/auth/login",
                "/AUTH-SVCS/internal/instance"
            })
    void whatIsInsideIsNobodys(String path) {
        for (HttpMethod method : HttpMethod.values()) {
            assertThat(ALL.match(PathContainer.parsePath(path), method)).isEqualTo(new Match.UnknownPath());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "10.0.0.1:8081", "...", "a..b", "a%2eb", "%C3%A4", "a@b", "a=b", "%41"})
    void anIdIsAsItsOwnerWroteIt(String id) {
        assertThat(ALL.routeOf("/v1/auth/validate/" + id, HttpMethod.GET)).contains(Route.VALIDATE_IN_PATH);
    }

    @Test
    void aPathThatIsNoneIsNobodys() {
        assertThat(ALL.routeOf("", HttpMethod.GET)).isEmpty();
        assertThat(ALL.routeOf("v1/auth/me", HttpMethod.GET)).isEmpty();
        assertThat(ALL.routeOf("/v1/auth/validate/%", HttpMethod.GET)).isEmpty();
    }

    private static boolean isServed(Route route, String path) {
        return route.methods().stream()
                .anyMatch(method -> ALL.routeOf(path, method).equals(Optional.of(route)));
    }

    private static String path(Route route) {
        return route.path()
                .replace("[/]", "")
                .replaceAll("\\{change:([a-z]+)[^}]*}", "$1")
                .replaceAll("\\{[^}]*}", "7");
    }

    /** The same path with each of its slashes in turn replaced, where that makes it another. */
    private static Stream<String> detoursTo(String path) {
        return Stream.iterate(path.indexOf('/'), at -> at >= 0, at -> path.indexOf('/', at + 1))
                .flatMap(at -> DETOURS.stream().map(detour -> path.substring(0, at) + detour + path.substring(at + 1)))
                .filter(detour -> !detour.equals(path));
    }

    /** What stays the path for whoever decodes it, ignores its case, or forgives a character more. */
    private static Stream<String> otherSpellingsOf(String path) {
        int last = path.lastIndexOf('/') + 1;
        Stream<String> longer =
                Stream.of("//", "/.", "/..", ";", "%00", "%2f", "\\").map(path::concat);
        boolean endsInAName = last < path.length() && !path.endsWith("/7");
        return endsInAName ? Stream.concat(longer, Stream.of(encoded(path, last), upperCase(path))) : longer;
    }

    private static String encoded(String path, int at) {
        return path.substring(0, at) + "%" + Integer.toHexString(path.charAt(at)) + path.substring(at + 1);
    }

    private static String upperCase(String path) {
        return path.toUpperCase(Locale.ROOT);
    }
}
