package io.authsvcs.local.nemesis;

import io.authsvcs.local.load.Answer;

/**
 * What an answer gave; empty where it gave none.
 *
 * @param id the user's
 */
public record Gain(String id, String token, String refresh) {
    static Gain none() {
        return new Gain("", "", "");
    }

    static Gain of(Answer answer) {
        return new Gain(
                answer.text("/result/userID"), answer.text("/result/token"), answer.text("/result/refreshToken"));
    }

    boolean isPair() {
        return !token.isEmpty() && !refresh.isEmpty();
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Gain of " + id;
    }
}
