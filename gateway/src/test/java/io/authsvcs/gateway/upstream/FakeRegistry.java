package io.authsvcs.gateway.upstream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A registry that says what a test wants. */
final class FakeRegistry implements Registry {
    private final Map<String, Registration> registrations = new ConcurrentSkipListMap<>();

    void put(String id, int port, Registration.Status status) {
        registrations.put(id, new Registration(id, "127.0.0.1", port, false, "1.2.3", status));
    }

    /** One that speaks TLS. */
    void putSecure(String id, int port) {
        registrations.put(id, new Registration(id, "127.0.0.1", port, true, "1.2.3", Registration.Status.UP));
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
