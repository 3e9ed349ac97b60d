package io.authsvcs.local.administration;

import java.util.List;
import java.util.Optional;

/**
 * Some events, in the order of the direction that they were asked for in.
 *
 * @param next where the next page in that direction begins
 */
record AuditPage(List<AuditEvent> events, Optional<String> next) {
    static final int MOST = 200;
}
