package io.authsvcs.local.load;

import java.util.Optional;

/**
 * A login that somebody has.
 *
 * @param refresh the token that gets the next pair; those of slide have none
 */
record Session(Person person, String token, Optional<String> refresh) {
    static Session of(Person person, Answer answer) {
        return new Session(
                person,
                answer.text("/result/token"),
                Optional.of(answer.text("/result/refreshToken")).filter(text -> !text.isEmpty()));
    }

    @Override
    public String toString() {
        return "Session of " + person;
    }
}
