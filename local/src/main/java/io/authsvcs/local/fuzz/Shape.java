package io.authsvcs.local.fuzz;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the bodies of a call's answers look like. A caller may ask for the envelope on all of them. */
enum Shape {
    ENVELOPE {
        @Override
        boolean isBare(int status, JsonNode body) {
            return false;
        }
    },
    /** Bare in success, for it is somebody else's document. */
    RAW {
        @Override
        boolean isBare(int status, JsonNode body) {
            return status == NOT_MODIFIED || (isSuccess(status) && !body.isEmpty());
        }
    },
    OAUTH {
        @Override
        boolean isBare(int status, JsonNode body) {
            return isSuccess(status) ? body.isEmpty() || body.path("active").isBoolean() : has(body, "error");
        }
    },
    ALTEGIO {
        @Override
        boolean isBare(int status, JsonNode body) {
            return body.path("success").isBoolean()
                    && body.path("success").booleanValue() == isSuccess(status)
                    && has(body, "data", "meta");
        }
    },
    EDUMAPS {
        @Override
        boolean isBare(int status, JsonNode body) {
            return isSuccess(status)
                    ? has(body, "token", "data")
                    : has(body, "name", "message", "className", "errors")
                            && body.path("code").asInt(0) == status;
        }
    },
    SLIDE {
        @Override
        boolean isBare(int status, JsonNode body) {
            return has(body, "message", "data")
                    && body.path("status").asString("").equals(isSuccess(status) ? "success" : "error");
        }
    },
    AUTHORIZATION {
        @Override
        boolean isBare(int status, JsonNode body) {
            return isSuccess(status)
                    ? body.isEmpty() || has(body, "key")
                    : body.path("errors").isArray();
        }
    },
    /** Where a spoilt path may lead, nobody knows. */
    ANY {
        @Override
        boolean isBare(int status, JsonNode body) {
            return Arrays.stream(values()).anyMatch(shape -> shape != ANY && shape.isBare(status, body));
        }
    };

    private static final int NOT_MODIFIED = 304;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ENVELOPE_FIELDS =
            Set.of("statusCode", "statusMessage", "statusDescription", "result");

    /** Whether it is such a body, without the envelope. */
    abstract boolean isBare(int status, JsonNode body);

    /** Whether this is the whole body of such an answer. */
    boolean fits(int status, String body) {
        Predicate<JsonNode> fits =
                json -> isEnvelope(status, json) || (!json.has("statusCode") && isBare(status, json));
        try {
            JsonNode json = body.isEmpty() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
            return json.isObject() && fits.test(json);
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private static boolean isEnvelope(int status, JsonNode json) {
        return json.path("statusCode").asInt(0) == status
                && json.path("result").isObject()
                && ENVELOPE_FIELDS.equals(Set.copyOf(json.propertyNames()));
    }

    private static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    private static boolean has(JsonNode body, String... fields) {
        return Arrays.stream(fields).allMatch(body::has);
    }
}
