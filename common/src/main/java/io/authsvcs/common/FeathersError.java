package io.authsvcs.common;

import io.authsvcs.common.Contract.FieldFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An error of seed 002, which is one of the Feathers framework: {@code name} is its class, {@code className} the same with
 * hyphens, {@code errors} has the first sentence of each field that is to blame.
 */
public record FeathersError(String name, String message, int code, String className, Map<String, String> errors) {
    static FeathersError of(Status status, String sentence, List<FieldFault> faults) {
        String name = name(status);
        return new FeathersError(name, sentence, status.code(), hyphened(name), errors(faults));
    }

    // As @feathersjs/errors calls them, and in its manner where it has no name.
    private static String name(Status status) {
        return switch (status) {
            case BAD_REQUEST -> "BadRequest";
            case UNAUTHORIZED -> "NotAuthenticated";
            case FORBIDDEN -> "Forbidden";
            case NOT_FOUND -> "NotFound";
            case METHOD_NOT_ALLOWED -> "MethodNotAllowed";
            case NOT_ACCEPTABLE -> "NotAcceptable";
            case REQUEST_TIMEOUT -> "Timeout";
            case CONFLICT -> "Conflict";
            case CONTENT_TOO_LARGE -> "PayloadTooLarge";
            case URI_TOO_LONG -> "UriTooLong";
            case UNSUPPORTED_MEDIA_TYPE -> "UnsupportedMediaType";
            case UNPROCESSABLE_CONTENT -> "Unprocessable";
            case TOO_MANY_REQUESTS -> "TooManyRequests";
            case HEADER_FIELDS_TOO_LARGE -> "HeaderFieldsTooLarge";
            case BAD_GATEWAY -> "BadGateway";
            case SERVICE_UNAVAILABLE -> "Unavailable";
            case GATEWAY_TIMEOUT -> "GatewayTimeout";
            case INTERNAL_SERVER_ERROR, OK, CREATED, ACCEPTED -> "GeneralError";
        };
    }

    private static String hyphened(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> errors(List<FieldFault> faults) {
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(fault -> errors.putIfAbsent(fault.field(), fault.sentence()));
        return errors;
    }
}
