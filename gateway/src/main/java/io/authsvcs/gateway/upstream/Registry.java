package io.authsvcs.gateway.upstream;

import java.util.List;

/** Who is registered as auth-svcs. */
interface Registry {
    /** What was last heard, from memory: this never waits for the registry. */
    List<Registration> registrations();
}
