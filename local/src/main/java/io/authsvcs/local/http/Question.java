package io.authsvcs.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as it is written: nothing of it is corrected.
 *
 * @param headers each a whole line, beside those of host and length
 */
public record Question(String method, String target, List<String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");

    public Question {
        headers = List.copyOf(headers);
    }

    public static Question get(String target) {
        return new Question("GET", target, List.of(), "");
    }

    /** JSON. */
    public static Question post(String target, Map<String, ?> fields) {
        return sending("POST", target, fields);
    }

    /** JSON. */
    public static Question put(String target, Map<String, ?> fields) {
        return sending("PUT", target, fields);
    }

    public Question with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new Question(method, target, more, body);
    }

    public Question bearing(String token) {
        return with("Authorization: Bearer " + token);
    }

    /** As they go over a connection. */
    public byte[] bytes() {
        byte[] content = body.getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((method + " " + target + " HTTP/1.1\r\nHost: auth\r\n").getBytes(UTF_8));
        headers.forEach(header -> bytes.writeBytes((header + "\r\n").getBytes(UTF_8)));
        if (!WITHOUT_BODY.contains(method)) {
            bytes.writeBytes(("Content-Length: " + content.length + "\r\n").getBytes(UTF_8));
        }
        bytes.writeBytes("\r\n".getBytes(UTF_8));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    private static Question sending(String method, String target, Map<String, ?> fields) {
        return new Question(method, target, List.of("Content-Type: application/json"), JSON.writeValueAsString(fields));
    }

    /** Without what may be a secret. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
