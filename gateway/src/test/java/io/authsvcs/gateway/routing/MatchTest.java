package io.authsvcs.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.Contract;
import io.authsvcs.gateway.format.Format;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class MatchTest {
    private static final Routes ALL = TestContracts.routes("altegio", "edumaps", "slide", "authorization");

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/auth/register, REGISTER",
        "POST, /v1/auth/activate, ACTIVATE",
        "POST, /v1/auth/activate/resend, RESEND_ACTIVATION",
        "POST, /v1/auth/login, LOGIN",
        "POST, /v1/auth/logout, LOGOUT",
        "POST, /v1/auth/refresh, REFRESH",
        "GET, /v1/auth/validate, VALIDATE",
        "POST, /v1/auth/validate, VALIDATE",
        "POST, /v1/auth/validate/batch, VALIDATE_BATCH",
        "GET, /v1/auth/validate/a.b.c, VALIDATE_IN_PATH",
        "HEAD, /v1/auth/validate/a.b.c, VALIDATE_IN_PATH",
        "GET, /v1/auth/verify, VERIFY",
        "HEAD, /v1/auth/verify, VERIFY",
        "GET, /v1/auth/sessions, SESSIONS",
        "DELETE, /v1/auth/sessions, END_SESSIONS",
        "DELETE, /v1/auth/sessions/7, END_SESSION",
        "GET, /v1/auth/me, ME",
        "PATCH, /v1/auth/me, CHANGE_ME",
        "PUT, /v1/auth/password, CHANGE_PASSWORD",
        "POST, /v1/auth/password/forgot, FORGOT_PASSWORD",
        "POST, /v1/auth/password/reset, RESET_PASSWORD",
        "POST, /v1/auth/login/second-factor, FINISH_LOGIN",
        "GET, /v1/auth/second-factor, SECOND_FACTOR",
        "POST, /v1/auth/second-factor, BEGIN_SECOND_FACTOR",
        "DELETE, /v1/auth/second-factor, REMOVE_SECOND_FACTOR",
        "POST, /v1/auth/second-factor/confirm, CONFIRM_SECOND_FACTOR",
        "POST, /v1/auth/second-factor/recovery-codes, RENEW_RECOVERY_CODES",
        "GET, /.well-known/jwks.json, JWKS",
        "GET, /.well-known/openid-configuration, METADATA",
        "POST, /oauth2/introspect, INTROSPECT",
        "POST, /oauth2/revoke, REVOKE",
        "GET, /v1/admin/users, USERS",
        "POST, /v1/admin/users, CREATE_USER",
        "POST, /v1/admin/users/import, IMPORT_USERS",
        "GET, /v1/admin/users/7, USER",
        "DELETE, /v1/admin/users/7, DELETE_USER",
        "POST, /v1/admin/users/7/disable, CHANGE_USER",
        "POST, /v1/admin/users/7/enable, CHANGE_USER",
        "POST, /v1/admin/users/7/restore, CHANGE_USER",
        "PUT, /v1/admin/users/7/roles, CHANGE_ROLES",
        "GET, /v1/admin/users/7/attributes, ATTRIBUTES",
        "PUT, /v1/admin/users/7/attributes, CHANGE_ATTRIBUTES",
        "DELETE, /v1/admin/users/7/sessions, END_SESSIONS_OF_USER",
        "GET, /v1/admin/partners, PARTNERS",
        "DELETE, /v1/admin/users/7/second-factor, RESET_SECOND_FACTOR",
        "POST, /v1/admin/partners, CREATE_PARTNER",
        "POST, /v1/admin/partners/7/rotate, CHANGE_PARTNER",
        "POST, /v1/admin/partners/7/disable, CHANGE_PARTNER",
        "POST, /v1/admin/partners/7/enable, CHANGE_PARTNER",
        "GET, /v1/admin/keys, KEYS",
        "POST, /v1/admin/keys/rotate, ROTATE_KEYS",
        "POST, /v1/admin/keys/7/revoke, REVOKE_KEY",
        "GET, /v1/admin/audit, AUDIT",
        "POST, /auth, ALTEGIO_LOGIN",
        "POST, /auth/login, EDUMAPS_LOGIN",
        "POST, /auth/local, EDUMAPS_LOCAL",
        "GET, /auth/local, EDUMAPS_LOCAL_TOKEN",
        "POST, /auth/token, EDUMAPS_TOKEN",
        "POST, /auth/register, SLIDE_REGISTER",
        "POST, /auth/login/, SLIDE_LOGIN",
        "GET, /auth/tokens, SLIDE_TOKENS",
        "DELETE, /auth/tokens/7, SLIDE_END_TOKEN",
        "GET, /user, SLIDE_USER",
        "POST, /api/authorization/login, AUTHORIZATION_LOGIN",
        "POST, /api/authorization/signup, AUTHORIZATION_SIGNUP",
        "GET, /api/authorization/logout, AUTHORIZATION_LOGOUT",
        "PUT, /api/authorization/password, AUTHORIZATION_PASSWORD",
        "GET, /api/authorization, AUTHORIZATION_SESSION",
        "GET, /v1/router/health, ROUTER_HEALTH",
        "GET, /v1/router/version, ROUTER_VERSION",
        "GET, /v1/router/stats, ROUTER_STATS",
        "HEAD, /v1/router/stats, ROUTER_STATS",
        "GET, /v1/router/list/routes, ROUTER_ROUTES",
        "GET, /v1/router/list/services, ROUTER_SERVICES",
        "GET, /v1/router/list/nodes, ROUTER_NODES",
        "POST, /v1/router/nodes/auth-1/drain, DRAIN_NODE",
        "POST, /v1/router/nodes/10.0.0.1:8081/undrain, UNDRAIN_NODE"
    })
    void everyDocumentedCallHasItsRoute(String method, String path, Route route) {
        assertThat(found(match(method, path))).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /auth",
        "POST, /auth/local",
        "GET, /auth/local",
        "POST, /auth/token",
        "POST, /auth/register",
        "GET, /auth/tokens",
        "DELETE, /auth/tokens/7",
        "GET, /user",
        "POST, /api/authorization/login",
        "POST, /api/authorization/signup",
        "GET, /api/authorization/logout",
        "PUT, /api/authorization/password",
        "GET, /api/authorization"
    })
    void aSlashAtTheEndChangesNothingForAContract(String method, String path) {
        assertThat(match(method, path + "/")).isEqualTo(match(method, path)).isInstanceOf(Match.Found.class);
    }

    @Test
    void whatIsOffIsNotThere() {
        Routes slide = TestContracts.routes("slide");

        assertThat(found(slide.match(PathContainer.parsePath("/user"), HttpMethod.GET)))
                .isEqualTo(Route.SLIDE_USER);
        assertThat(slide.match(PathContainer.parsePath("/auth/local"), HttpMethod.GET))
                .isEqualTo(new Match.UnknownPath());
        assertThat(slide.match(PathContainer.parsePath("/auth"), HttpMethod.GET))
                .isEqualTo(new Match.UnknownPath());
    }

    @Test
    void ourOwnRoutesAreAlwaysThere() {
        Routes none = TestContracts.routes();

        assertThat(found(none.match(PathContainer.parsePath("/v1/auth/login"), HttpMethod.POST)))
                .isEqualTo(Route.LOGIN);
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/login, 'edumaps,slide', EDUMAPS",
        "/auth/login, slide, SLIDE",
        "/auth/login, edumaps, EDUMAPS",
        "/auth/login/, 'edumaps,slide', SLIDE",
        "/auth/login/, edumaps, EDUMAPS",
        "/auth/login/, slide, SLIDE"
    })
    void aSharedLoginIsThereForEitherContractInItsOwnFormatIfItCanBe(String path, String enabled, Format format) {
        Routes routes = TestContracts.routes(enabled.split(","));
        PathContainer login = PathContainer.parsePath(path);

        assertThat(routes.match(login, HttpMethod.POST))
                .isInstanceOfSatisfying(
                        Match.Found.class, found -> assertThat(found.format()).isEqualTo(format));
        assertThat(routes.match(login, HttpMethod.PUT)).isEqualTo(new Match.WrongMethod("POST", format));
        assertThat(routes.formatOf(path)).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/login/"})
    void aSharedLoginIsLimitedByBothAndGoneWithBoth(String path) {
        assertThat(found(match("POST", path)).contracts()).containsExactlyInAnyOrder(Contract.EDUMAPS, Contract.SLIDE);
        assertThat(TestContracts.routes("altegio", "authorization")
                        .match(PathContainer.parsePath(path), HttpMethod.POST))
                .isEqualTo(new Match.UnknownPath());
    }

    @Test
    void everyOtherRouteIsOfOneContractAtMost() {
        assertThat(Arrays.stream(Route.values())
                        .filter(route -> route.contracts().size() > 1))
                .containsExactlyInAnyOrder(Route.EDUMAPS_LOGIN, Route.SLIDE_LOGIN);
    }

    @Test
    void noCallHasTwoRoutes() {
        assertThat(Arrays.stream(Route.values()).map(Route::label)).doesNotHaveDuplicates();
        for (Route route : Route.values()) {
            assertThat(Arrays.stream(Route.values()).filter(route::hasPathOf).flatMap(same -> same.methods().stream()))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/auth/login/",
        "/V1/auth/login",
        "/v1/auth//login",
        "/v1/auth/validate/",
        "/v1/admin",
        "/v1/admin/users/",
        "/v1/admin/users/7/delete",
        "/v1/admin/partners/7",
        "/auth//login",
        "/auth/login//",
        "/user/7",
        "/oauth2/token",
        "''"
    })
    void aPathIsMatchedStrictly(String path) {
        assertThat(match("POST", path)).isEqualTo(new Match.UnknownPath());
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/auth/validate, 'GET, HEAD, POST', ENVELOPE",
        "POST, /v1/auth/sessions, 'DELETE, GET, HEAD', ENVELOPE",
        "DELETE, /v1/auth/me, 'GET, HEAD, PATCH', ENVELOPE",
        "POST, /v1/auth/verify, 'GET, HEAD', VERDICT",
        "GET, /oauth2/revoke, POST, OAUTH",
        "PATCH, /v1/admin/users/7, 'DELETE, GET, HEAD', ENVELOPE",
        "GET, /v1/admin/users/7/disable, POST, ENVELOPE",
        "GET, /auth/, POST, ALTEGIO",
        "DELETE, /auth/local, 'GET, HEAD, POST', EDUMAPS",
        "GET, /auth/login, POST, EDUMAPS",
        "GET, /auth/login/, POST, SLIDE",
        "POST, /api/authorization/logout, GET, AUTHORIZATION",
        "HEAD, /api/authorization/logout/, GET, AUTHORIZATION"
    })
    void aWrongMethodIsToldEveryRightOne(String method, String path, String allow, Format format) {
        assertThat(match(method, path)).isEqualTo(new Match.WrongMethod(allow, format));
    }

    @ParameterizedTest
    @CsvSource({"/v1/auth/validate/batch", "/v1/admin/users/import"})
    void aNameIsNotTakenForAnId(String path) {
        assertThat(match("GET", path)).isEqualTo(new Match.WrongMethod("POST", Format.ENVELOPE));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"VALIDATE", "VALIDATE_BATCH", "INTROSPECT", "EDUMAPS_TOKEN", "AUTHORIZATION_LOGOUT"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotGotIsWritten(Route route) {
        assertThat(route.effect() == Route.Effect.READS)
                .isEqualTo(route.methods().equals(Set.of(HttpMethod.GET)));
    }

    private static Route found(Match match) {
        assertThat(match).isInstanceOf(Match.Found.class);
        return ((Match.Found) match).route();
    }

    private static Match match(String method, String path) {
        return ALL.match(PathContainer.parsePath(path), HttpMethod.valueOf(method));
    }
}
