package io.authsvcs.auth.token;

import java.util.stream.Stream;

/** A token that must not be believed, and what is wrong with it. */
record Forgery(String what, String token) {
    /** All that are tried, made from a good token and the key that signed it: the most that a forger could ever have. */
    static Stream<Forgery> all(String genuine, SigningKey own, SigningKey strangers) {
        TestJws jws = TestJws.of(genuine);
        return Stream.of(
                        new ForgedAlgorithms(jws, own).all(),
                        new ForgedHeaders(jws, own, strangers).all(),
                        new ForgedClaims(jws, own).all(),
                        new ForgedSpellings(genuine, own).all())
                .flatMap(forgeries -> forgeries);
    }

    /** Whether a header can carry it as it is. */
    boolean isVisible() {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 127);
    }

    @Override
    public String toString() {
        return what;
    }
}
