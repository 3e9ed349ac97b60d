package io.authsvcs.local.nemesis;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Has everything happened as often as the journal has it? To be asked before anything else, which leaves traces there. */
record AuditQuestions(Trail trail) {
    private static final Set<Deed> WRITES = EnumSet.complementOf(EnumSet.of(Deed.VALIDATE));

    List<String> broken(History history) {
        return history.id().stream().flatMap(id -> broken(history, id)).toList();
    }

    private Stream<String> broken(History history, String id) {
        Map<String, Long> events = trail.effects(id);
        return WRITES.stream()
                .filter(deed -> !history.count(deed).allows(effects(events, deed)))
                .map(deed -> sentence(deed, history.count(deed), effects(events, deed)));
    }

    private static long effects(Map<String, Long> events, Deed deed) {
        return events.getOrDefault(deed.label(), 0L);
    }

    private static String sentence(Deed deed, Acknowledged count, long effects) {
        return count.acknowledged() + " × " + deed.label() + " was acknowledged and " + count.unknown()
                + " are unknown, and the audit trail has " + effects + ".";
    }
}
