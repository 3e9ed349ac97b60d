package io.authsvcs.local.attack;

import io.authsvcs.local.http.Question;
import java.util.Map;
import java.util.UUID;

/** Somebody who can log in, or could if they were there. */
record Person(String id, String email, String password) {
    /** Nobody else has any of it. */
    static Person any() {
        return new Person(
                UUID.randomUUID().toString(),
                "attack-" + UUID.randomUUID() + "@example.com",
                "purple monkey " + UUID.randomUUID());
    }

    Question registration() {
        return Question.post("/v1/auth/register", Map.of("email", email, "password", password));
    }

    Question login() {
        return Question.post("/v1/auth/login", Map.of("email", email, "password", password));
    }

    Person guessedAt() {
        return new Person(id, email, "orange monkey " + UUID.randomUUID());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Person " + id;
    }
}
