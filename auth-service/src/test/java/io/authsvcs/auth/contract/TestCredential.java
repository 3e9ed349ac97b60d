package io.authsvcs.auth.contract;

import io.authsvcs.auth.api.TestApi;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import tools.jackson.databind.JsonNode;

/**
 * What somebody got who logged in, and how their client shows it.
 *
 * @param text of the token itself
 */
record TestCredential(String text, String header, String value) {
    static TestCredential bearer(String token) {
        return new TestCredential(token, HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    RequestBodySpec call(TestApi api, HttpMethod method, String path) {
        return api.raw().method(method).uri(path).header(header, value);
    }

    /** What an instance says of it, in the way its client shows it. */
    JsonNode validate(TestApi api) {
        return TestApi.json(call(api, HttpMethod.GET, "/v1/auth/validate")
                .exchange()
                .expectStatus()
                .isOk());
    }

    /** Whether it is believed, in that way and alone. */
    boolean isAlive(TestApi api) {
        boolean alive = validate(api).get("isValid").booleanValue();
        if (alive != api.validate(text).get("isValid").booleanValue()) {
            throw new AssertionError("It matters how this is shown: " + header);
        }
        return alive;
    }

    /** A JWT of the same session, which seed 002's API gives for any credential. */
    TestCredential sibling(TestApi api) {
        return bearer(TestApi.json(call(api, HttpMethod.POST, "/auth/token")
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .get("token")
                .stringValue());
    }
}
