package io.authsvcs.local.nemesis;

import io.authsvcs.local.load.Answer;
import io.authsvcs.local.load.Request;
import java.util.Map;

/** The requests that deeds are, and the questions about them. */
final class Calls {
    private static final String EMAIL = "email";
    private static final String PASSWORD = "password";

    private Calls() {}

    static Request register(String email, String password) {
        return Request.post("/v1/auth/register", Map.of(EMAIL, email, PASSWORD, password));
    }

    static Request login(String email, String password) {
        return Request.post("/v1/auth/login", Map.of(EMAIL, email, PASSWORD, password));
    }

    static Request refresh(String refreshToken) {
        return Request.post("/v1/auth/refresh", Map.of("refreshToken", refreshToken));
    }

    static Request changePassword(String token, String current, String next) {
        return Request.put("/v1/auth/password", Map.of("currentPassword", current, "newPassword", next))
                .as(token);
    }

    static Request logout(String token) {
        return Request.post("/v1/auth/logout", Map.of()).as(token);
    }

    static Request validate(String token) {
        return Request.get("/v1/auth/validate", token);
    }

    static boolean isDone(Answer answer) {
        return answer.status() == 200 || answer.status() == 201;
    }

    static boolean saysValid(Answer answer) {
        return isDone(answer) && answer.at("/result/isValid").asBoolean(false);
    }

    static boolean saysInvalid(Answer answer) {
        return isDone(answer) && !answer.at("/result/isValid").asBoolean(true);
    }
}
