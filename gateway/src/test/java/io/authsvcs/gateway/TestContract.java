package io.authsvcs.gateway;

import java.util.Locale;

/** A call of each contract that somebody else has documented, and an end of the gateway's in its format. */
enum TestContract {
    ALTEGIO("/auth", "{\"success\":false,\"data\":null,\"meta\":{\"message\":\"%1$s\"}}"),
    EDUMAPS(
            "/auth/login",
            "{\"name\":\"%3$s\",\"message\":\"%1$s\",\"code\":%2$d,\"className\":\"%4$s\",\"errors\":{}}"),
    SLIDE("/auth/login/", "{\"status\":\"error\",\"message\":\"%1$s\",\"data\":{}}"),
    AUTHORIZATION("/api/authorization/login", "{\"errors\":[\"%1$s\"]}");

    private final String path;
    private final String error;

    TestContract(String path, String error) {
        this.path = path;
        this.error = error;
    }

    /** Of a POST. */
    String path() {
        return path;
    }

    String error(int status, String sentence) {
        return error.formatted(
                sentence,
                status,
                name(status),
                name(status).replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
    }

    private static String name(int status) {
        return switch (status) {
            case 400 -> "BadRequest";
            case 405 -> "MethodNotAllowed";
            case 408 -> "Timeout";
            case 413 -> "PayloadTooLarge";
            case 429 -> "TooManyRequests";
            case 431 -> "HeaderFieldsTooLarge";
            case 502 -> "BadGateway";
            case 503 -> "Unavailable";
            case 504 -> "GatewayTimeout";
            default -> throw new IllegalArgumentException("No test has asked for " + status);
        };
    }
}
