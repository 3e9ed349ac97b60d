package io.authsvcs.auth.audit;

import io.authsvcs.auth.identity.Subject;

/** Who did something: {@code user:<id>}, {@code partner:<id>}, or the product itself. */
public record Actor(String name) {
    public static final Actor ITSELF = new Actor("itself");

    public static Actor user(Subject subject) {
        return new Actor("user:" + subject);
    }

    public static Actor partner(String id) {
        return new Actor("partner:" + id);
    }
}
