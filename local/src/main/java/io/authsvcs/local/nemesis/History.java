package io.authsvcs.local.nemesis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be so of one user, as far as the journal tells. */
final class History {
    private final String user;
    private final Map<Deed, Acknowledged> counts = new EnumMap<>(Deed.class);
    private final Map<String, Held> sessions = new LinkedHashMap<>();
    private final Map<String, Doubt> doubts = new LinkedHashMap<>();
    private final List<String> ended = new ArrayList<>();
    private Optional<String> id = Optional.empty();
    private Optional<String> password = Optional.empty();
    private Optional<String> previous = Optional.empty();
    private Optional<String> perhaps = Optional.empty();

    History(String user) {
        this.user = user;
    }

    String user() {
        return user;
    }

    /** Absent where the registration was not acknowledged. */
    Optional<String> id() {
        return id;
    }

    /** The one that was last acknowledged. */
    Optional<String> password() {
        return password;
    }

    /** The one before. */
    Optional<String> previous() {
        return previous;
    }

    /** One of which it is not known whether it was set; that of a registration where there is no other. */
    Optional<String> perhaps() {
        return perhaps;
    }

    List<Held> sessions() {
        return List.copyOf(sessions.values());
    }

    List<Doubt> doubts() {
        return List.copyOf(doubts.values());
    }

    /** Tokens of sessions whose end was acknowledged. */
    List<String> ended() {
        return List.copyOf(ended);
    }

    Acknowledged count(Deed deed) {
        return counts.getOrDefault(deed, Acknowledged.NONE);
    }

    void acknowledge(Intent intent, Gain gain) {
        counts.merge(intent.deed(), new Acknowledged(1, 0), Acknowledged::plus);
        switch (intent.deed()) {
            case REGISTER -> {
                id = Optional.of(gain.id());
                password = Optional.of(intent.password());
                sessions.put(intent.session(), Held.of(gain));
            }
            case LOGIN, REFRESH -> sessions.put(intent.session(), Held.of(gain));
            case CHANGE_PASSWORD -> {
                endAll();
                previous = password;
                password = Optional.of(intent.password());
                sessions.put(intent.session(), Held.of(gain));
            }
            case LOGOUT ->
                Optional.ofNullable(sessions.remove(intent.session())).ifPresent(this::end);
            case VALIDATE -> {}
        }
    }

    /** Whatever it may have changed is not relied on any more. */
    void doubt(Intent intent) {
        counts.merge(intent.deed(), new Acknowledged(0, 1), Acknowledged::plus);
        switch (intent.deed()) {
            case REGISTER -> perhaps = Optional.of(intent.password());
            case REFRESH ->
                Optional.ofNullable(sessions.remove(intent.session()))
                        .ifPresent(spent -> doubts.put(intent.session(), new Doubt(intent.key(), spent)));
            case CHANGE_PASSWORD -> {
                perhaps = Optional.of(intent.password());
                sessions.clear();
                doubts.clear();
            }
            case LOGOUT -> sessions.remove(intent.session());
            case LOGIN, VALIDATE -> {}
        }
    }

    private void endAll() {
        sessions.values().forEach(this::end);
        doubts.values().forEach(doubt -> end(doubt.spent()));
        sessions.clear();
        doubts.clear();
    }

    private void end(Held session) {
        ended.add(session.token());
    }
}
