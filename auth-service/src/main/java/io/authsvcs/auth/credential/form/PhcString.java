package io.authsvcs.auth.credential.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A hash in the notation of the Password Hashing Competition, {@code $id$v=19$m=1,t=2$salt$hash}, or passlib's shorter
 * one, {@code $id$rounds$salt$hash}.
 *
 * @param parameters by their names, the version as {@code v}, a lone number of rounds as {@code i}
 */
record PhcString(String id, Map<String, Integer> parameters, Octets salt, Octets hash) {
    // What is shorter can be hit by chance.
    private static final int SHORTEST_HASH = 12;
    private static final Pattern PARAMETER = Pattern.compile("[a-z]{1,2}=(0|[1-9]\\d{0,8})");
    private static final Pattern ROUNDS = Pattern.compile("[1-9]\\d{0,8}");

    static Optional<PhcString> parse(String text) {
        List<String> fields = List.of(text.split("\\$", -1));
        int last = fields.size() - 1;
        return (last == 4 || last == 5) && fields.getFirst().isEmpty()
                ? parameters(fields.subList(2, last - 1))
                        .flatMap(parameters -> read(fields.get(1), parameters, fields.get(last - 1), fields.get(last)))
                : Optional.empty();
    }

    private static Optional<PhcString> read(String id, Map<String, Integer> parameters, String salt, String hash) {
        return Octets.ofBase64(salt)
                .flatMap(salted -> Octets.ofBase64(hash)
                        .filter(hashed -> hashed.length() >= SHORTEST_HASH)
                        .map(hashed -> new PhcString(id, parameters, salted, hashed)));
    }

    private static Optional<Map<String, Integer>> parameters(List<String> fields) {
        Map<String, Integer> parameters = new HashMap<>();
        for (String parameter : String.join(",", fields).split(",", -1)) {
            String named = ROUNDS.matcher(parameter).matches() ? "i=" + parameter : parameter;
            if (!PARAMETER.matcher(named).matches() || parameters.put(name(named), value(named)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(parameters));
    }

    private static String name(String parameter) {
        return parameter.substring(0, parameter.indexOf('='));
    }

    private static int value(String parameter) {
        return Integer.parseInt(parameter.substring(parameter.indexOf('=') + 1));
    }

    /** A parameter, 0 where it isn't given. */
    int number(String name) {
        return number(name, 0);
    }

    int number(String name, int otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    boolean hasOnly(String... names) {
        return List.of(names).containsAll(parameters.keySet());
    }
}
