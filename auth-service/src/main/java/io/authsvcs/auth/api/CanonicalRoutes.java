package io.authsvcs.auth.api;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.authsvcs.common.GatheredTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every call of the canonical API, and the one by which gateways ask about many callers' tokens. */
@Configuration(proxyBeanMethods = false)
class CanonicalRoutes {
    @Bean
    RouterFunction<ServerResponse> canonicalApi(
            RegisterEndpoint register,
            ActivationEndpoint activation,
            LoginEndpoint login,
            FinishLoginEndpoint finishLogin,
            LogoutEndpoint logout,
            RefreshEndpoint refresh,
            ValidateEndpoint validate,
            BatchEndpoint batch,
            GatheredEndpoint gathered,
            VerifyEndpoint verify,
            SessionsEndpoint sessions,
            ProfileEndpoint profile,
            PasswordEndpoint password,
            SecondFactorEndpoint secondFactor,
            ForgottenPasswordEndpoint forgottenPassword,
            JwksEndpoint jwks) {
        return RouterFunctions.route()
                .POST("/v1/auth/register", register::answer)
                .POST("/v1/auth/activate", activation::activate)
                .POST("/v1/auth/activate/resend", activation::resend)
                .POST("/v1/auth/login", login::answer)
                .POST("/v1/auth/login/second-factor", finishLogin::answer)
                .POST("/v1/auth/logout", logout::answer)
                .POST("/v1/auth/refresh", refresh::answer)
                .POST("/v1/auth/validate", validate::answerBody)
                .POST("/v1/auth/validate/batch", batch::answer)
                .POST(GatheredTokens.PATH, gathered::answer)
                .add(read("/v1/auth/validate", validate::answerHeader))
                .add(read("/v1/auth/validate/{token}", validate::answerPath))
                .add(read("/v1/auth/verify", verify::answer))
                .add(read("/v1/auth/sessions", sessions::list))
                .DELETE("/v1/auth/sessions", sessions::endAll)
                .DELETE("/v1/auth/sessions/{id}", sessions::end)
                .add(read("/v1/auth/me", profile::show))
                .PATCH("/v1/auth/me", profile::change)
                .PUT("/v1/auth/password", password::answer)
                .POST("/v1/auth/password/forgot", forgottenPassword::forget)
                .POST("/v1/auth/password/reset", forgottenPassword::reset)
                .add(read("/v1/auth/second-factor", secondFactor::show))
                .POST("/v1/auth/second-factor", secondFactor::begin)
                .DELETE("/v1/auth/second-factor", secondFactor::remove)
                .POST("/v1/auth/second-factor/confirm", secondFactor::confirm)
                .POST("/v1/auth/second-factor/recovery-codes", secondFactor::renew)
                .add(read("/.well-known/jwks.json", jwks::answer))
                .build();
    }

    private static RouterFunction<ServerResponse> read(String path, HandlerFunction<ServerResponse> endpoint) {
        RequestPredicate getOrHead = methods(GET, HEAD).and(path(path));
        return RouterFunctions.route(getOrHead, endpoint);
    }
}
