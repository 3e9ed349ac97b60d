package io.authsvcs.gateway.upstream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A registry that says what a test wants. */
final class FakeRegistry implements Registry {
    private final Map<String, Registration> registrations = new ConcurrentSkipListMap<>();

    void put(String id, int port, Registration.Status status) {
        registrations.put(id, new Registration(id, "127.0.0.1", port, "1.2.3", status));
    }

    void remove(String id) {
        registrations.remove(id);
    }

    void clear() {
        registrations.clear();
    }

    @Override
    public List<Registration> registrations() {
        return List.copyOf(registrations.values());
    }
}
