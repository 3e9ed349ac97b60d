package io.authsvcs.auth.contract;

import io.authsvcs.auth.api.TestApi;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The ways in, each as its own document has it. */
enum TestDoor {
    CANONICAL {
        @Override
        ResponseSpec register(TestApi api, String email) {
            return api.post("/v1/auth/register", Map.of("email", email, "password", TestApi.PASSWORD));
        }

        @Override
        ResponseSpec knock(TestApi api, String partner, String email, String password) {
            return api.post("/v1/auth/login", Map.of("email", email, "password", password));
        }

        @Override
        TestCredential credential(JsonNode answer, String partner) {
            return TestCredential.bearer(answer.get("token").stringValue());
        }
    },
    ALTEGIO {
        @Override
        ResponseSpec knock(TestApi api, String partner, String email, String password) {
            return api.raw()
                    .post()
                    .uri("/auth")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + partner)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of("login", email, "password", password))
                    .exchange();
        }

        @Override
        TestCredential credential(JsonNode answer, String partner) {
            String key = answer.get("data").get("user_token").stringValue();
            return new TestCredential(key, HttpHeaders.AUTHORIZATION, "Bearer " + partner + ", User " + key);
        }
    },
    EDUMAPS {
        @Override
        ResponseSpec knock(TestApi api, String partner, String email, String password) {
            return api.post("/auth/login", Map.of("email", email, "password", password));
        }

        @Override
        TestCredential credential(JsonNode answer, String partner) {
            return TestCredential.bearer(answer.get("token").stringValue());
        }
    },
    SLIDE {
        @Override
        ResponseSpec register(TestApi api, String email) {
            return api.post(
                    "/auth/register/",
                    Map.of(
                            "first_name",
                            "Testy",
                            "last_name",
                            "McTester",
                            "email",
                            email,
                            "password1",
                            TestApi.PASSWORD,
                            "password2",
                            TestApi.PASSWORD));
        }

        @Override
        ResponseSpec knock(TestApi api, String partner, String email, String password) {
            return api.post("/auth/login/", Map.of("user", email, "password", password));
        }

        @Override
        TestCredential credential(JsonNode answer, String partner) {
            String token = answer.get("data").get("token").stringValue();
            return new TestCredential(token, HttpHeaders.AUTHORIZATION, "Token " + token);
        }
    },
    AUTHORIZATION {
        @Override
        ResponseSpec register(TestApi api, String email) {
            return api.post(
                    "/api/authorization/signup",
                    Map.of(
                            "email",
                            email,
                            "fullName",
                            "Amir Movahedi",
                            "password",
                            TestApi.PASSWORD,
                            "confirmPassword",
                            TestApi.PASSWORD));
        }

        @Override
        ResponseSpec knock(TestApi api, String partner, String email, String password) {
            return api.post("/api/authorization/login", Map.of("email", email, "password", password));
        }

        @Override
        TestCredential open(TestApi api, String partner, String email, String password) {
            return cookie(knock(api, partner, email, password).expectStatus().isOk());
        }
    };

    /** Only some let somebody new in. */
    ResponseSpec register(TestApi api, String email) {
        throw new UnsupportedOperationException(name() + " registers nobody");
    }

    abstract ResponseSpec knock(TestApi api, String partner, String email, String password);

    TestCredential credential(JsonNode answer, String partner) {
        throw new UnsupportedOperationException(name() + " has no token in its answer");
    }

    /** Logs somebody in. */
    TestCredential open(TestApi api, String partner, String email, String password) {
        ResponseSpec answer =
                knock(api, partner, email, password).expectStatus().is2xxSuccessful();
        return credential(TestApi.json(answer), partner);
    }

    static TestCredential cookie(ResponseSpec answer) {
        HttpHeaders headers = answer.returnResult(Void.class).getResponseHeaders();
        String cookie = Objects.requireNonNull(headers.getFirst(HttpHeaders.SET_COOKIE), "no cookie");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        return new TestCredential(pair.substring(pair.indexOf('=') + 1), HttpHeaders.COOKIE, pair);
    }
}
