package io.authsvcs.local.http;

/** Sees what was asked and answered. */
@FunctionalInterface
public interface Witness {
    void saw(Question question, Answer answer);

    static Witness none() {
        return (question, answer) -> {};
    }
}
