package io.authsvcs.local;

import io.authsvcs.local.Http.Reply;
import io.authsvcs.local.fault.Fault;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A caller of the canonical API, as any client of the cluster is one. */
record Visitor(URI gateway) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NO_REASON = "without a reason";
    private static final String CURE =
            "authctl status shows who is missing; authctl up starts what is dead, authctl scale N adds instances.";
    private static final String BRING_CODE =
            "authctl admin token --code CODE logs in by a code of the authenticator, or a recovery code; each is good once."
                    + " Other commands can't be given one.";
    private static final String ENROL = "A role asks for a second factor, and there is none yet. To begin one, send the"
            + " challenge of POST /v1/auth/login to POST /v1/auth/second-factor, then with a first code to"
            + " POST /v1/auth/login/second-factor: docs/contracts/canonical.md.";
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;

    /**
     * The token of a log-in that must work.
     *
     * @param code of whoever has a second factor
     */
    String token(String email, String password, Optional<String> code) {
        Reply reply = post("login", body(email, password, code));
        if (!reply.isOk()) {
            throw refused("The log-in of " + email, reply, cure(reply));
        }
        return JSON.readTree(reply.body()).at("/result/token").asString("");
    }

    /** Logs in, registering first where that is needed; empty when the address belongs to somebody else. */
    Optional<DemoLogin> enter(String email, String password) {
        Reply first = post("login", email, password);
        if (first.status() != UNAUTHORIZED) {
            return Optional.of(entered(first, email, password));
        }
        return register(email, password)
                ? Optional.of(entered(post("login", email, password), email, password))
                : Optional.empty();
    }

    private boolean register(String email, String password) {
        Reply reply = post("register", email, password);
        if (reply.status() != CREATED && reply.status() != CONFLICT) {
            throw refused("The registration of " + email, reply);
        }
        return reply.status() == CREATED;
    }

    private DemoLogin entered(Reply reply, String email, String password) {
        if (!reply.isOk()) {
            throw refused("The log-in of " + email, reply);
        }
        return new DemoLogin(gateway, email, password, reply.body());
    }

    private Reply post(String call, String email, String password) {
        return post(call, body(email, password, Optional.empty()));
    }

    private Reply post(String call, Map<String, String> body) {
        URI uri = gateway.resolve("/v1/auth/" + call);
        return Http.post(uri, JSON.writeValueAsString(body)).orElseThrow(() -> silent(uri));
    }

    private static Map<String, String> body(String email, String password, Optional<String> code) {
        Map<String, String> body = new LinkedHashMap<>(Map.of("email", email, "password", password));
        code.ifPresent(given -> body.put("code", given));
        return body;
    }

    private static Fault refused(String what, Reply reply) {
        return refused(what, reply, CURE);
    }

    private static Fault refused(String what, Reply reply, String cure) {
        return Fault.failed("gateway", what + " was answered " + reply.status() + ": " + reason(reply) + ".", cure);
    }

    /** Where the password is right, the answer says what is missing beside it. */
    private static String cure(Reply reply) {
        JsonNode result = result(reply);
        if (!result.has("challenge")) {
            return CURE;
        }
        return result.path("enrolment").asBoolean(false) ? ENROL : BRING_CODE;
    }

    private static String reason(Reply reply) {
        JsonNode result = result(reply);
        return result.path("reason").asString(result.path("error").asString(NO_REASON));
    }

    private static JsonNode result(Reply reply) {
        try {
            return JSON.readTree(reply.body()).path("result");
        } catch (JacksonException noEnvelope) {
            return MissingNode.getInstance();
        }
    }

    private static Fault silent(URI uri) {
        return Fault.failed(
                "gateway", "The gateway does not answer at " + uri + ".", "authctl logs gateway shows what it does.");
    }
}
