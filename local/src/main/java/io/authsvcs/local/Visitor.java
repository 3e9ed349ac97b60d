package io.authsvcs.local;

import io.authsvcs.local.Http.Reply;
import io.authsvcs.local.fault.Fault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the canonical API, as any client of the cluster is one. */
record Visitor(URI gateway) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NO_REASON = "without a reason";
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;

    /** The token of a log-in that must work. */
    String token(String email, String password) {
        Reply reply = post("login", email, password);
        if (!reply.isOk()) {
            throw refused("The log-in of " + email, reply);
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
        URI uri = gateway.resolve("/v1/auth/" + call);
        String body = JSON.writeValueAsString(Map.of("email", email, "password", password));
        return Http.post(uri, body).orElseThrow(() -> silent(uri));
    }

    private static Fault refused(String what, Reply reply) {
        return Fault.failed(
                "gateway",
                what + " was answered " + reply.status() + ": " + reason(reply) + ".",
                "authctl status shows who is missing; authctl up starts what is dead, authctl scale N adds instances.");
    }

    private static String reason(Reply reply) {
        try {
            JsonNode result = JSON.readTree(reply.body()).path("result");
            return result.path("reason").asString(result.path("error").asString(NO_REASON));
        } catch (JacksonException noEnvelope) {
            return NO_REASON;
        }
    }

    private static Fault silent(URI uri) {
        return Fault.failed(
                "gateway", "The gateway does not answer at " + uri + ".", "authctl logs gateway shows what it does.");
    }
}
