package io.authsvcs.local.nemesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A user as the one client knows it who acts for it. */
final class Owner {
    private final String email;
    private final Map<String, Held> sessions = new LinkedHashMap<>();
    private String password;

    Owner(String email, String password) {
        this.email = email;
        this.password = password;
    }

    String email() {
        return email;
    }

    String password() {
        return password;
    }

    int sessions() {
        return sessions.size();
    }

    /** The name of one of them; there must be one. */
    String anySession(RandomGenerator random) {
        return new ArrayList<>(sessions.keySet()).get(random.nextInt(sessions.size()));
    }

    Held get(String session) {
        return sessions.getOrDefault(session, new Held("", ""));
    }

    void hold(String session, Held held) {
        sessions.put(session, held);
    }

    Held give(String session) {
        Held held = get(session);
        sessions.remove(session);
        return held;
    }

    /** All of them end; their tokens. */
    List<String> moveTo(String next) {
        List<String> tokens = sessions.values().stream().map(Held::token).toList();
        sessions.clear();
        password = next;
        return tokens;
    }
}
