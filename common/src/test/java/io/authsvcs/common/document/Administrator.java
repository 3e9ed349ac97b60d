package io.authsvcs.common.document;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings users and partners about by the canonical API, at an instance or through the gateway. */
final class Administrator {
    private static final JsonMapper JSON = new JsonMapper();

    private final UnaryOperator<Message> sender;
    private final String token;

    Administrator(UnaryOperator<Message> sender, String token) {
        this.sender = sender;
        this.token = token;
    }

    void importUsers(List<String> lines) {
        JsonNode result = call("POST /v1/admin/users/import", "application/x-ndjson", String.join("\n", lines));
        if (result.get("imported").intValue() != lines.size()) {
            throw new IllegalStateException("The people of the document were not imported: " + result);
        }
    }

    void deleteUser(String userId) {
        call("DELETE /v1/admin/users/" + userId, "application/json", "");
    }

    /** The user's id, by the address in this line of an import. */
    String idOf(String line) {
        String email = JSON.readTree(line).get("email").stringValue();
        return call("GET /v1/admin/users?email=" + email.replace("+", "%2B"), "application/json", "")
                .get("users")
                .get(0)
                .get("userID")
                .stringValue();
    }

    Partner createPartner() {
        String name = "Partner " + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        JsonNode partner = call("POST /v1/admin/partners", "application/json", "{\"name\":\"" + name + "\"}");
        return new Partner(partner.get("id").stringValue(), partner.get("token").stringValue());
    }

    void disable(Partner partner) {
        call("POST /v1/admin/partners/" + partner.id() + "/disable", "application/json", "");
    }

    record Partner(String id, String token) {
        @Override
        public String toString() {
            return id;
        }
    }

    private JsonNode call(String firstLine, String contentType, String body) {
        Message answer = sender.apply(new Message(
                firstLine,
                List.of(
                        new Message.Header("Authorization", "Bearer " + token),
                        new Message.Header("Content-Type", contentType)),
                body));
        if (answer.status() >= 300) {
            throw new IllegalStateException(firstLine + " was answered " + answer.status() + " " + answer.body());
        }
        return result(JSON.readTree(answer.body()));
    }

    private static JsonNode result(JsonNode body) {
        return body.has("statusCode") ? body.get("result") : body;
    }

    /** Lines of an import, of whom everybody has this status. */
    static List<String> withStatus(List<String> lines, String status) {
        return lines.stream()
                .map(line -> line.replaceFirst("^\\{", "{\"status\":\"" + status + "\","))
                .collect(Collectors.toUnmodifiableList());
    }
}
