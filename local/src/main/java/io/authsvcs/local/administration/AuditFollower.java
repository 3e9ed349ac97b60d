package io.authsvcs.local.administration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the trail as it grows, each event once. Events can become visible out of order within the time that a
 * transaction takes, so the place to go on from is an event that is older than that; what is newer has been told already
 * and is not told again.
 */
public final class AuditFollower {
    private static final Duration UNSETTLED = Duration.ofSeconds(3);

    private final AuditTrail trail;
    private final Set<String> toldAhead = new HashSet<>();
    private Optional<String> place = Optional.empty();

    AuditFollower(AuditTrail trail) {
        this.trail = trail;
    }

    /** The last events, oldest first. To be called once, before any news. */
    public List<AuditEvent> last(int count) {
        List<AuditEvent> recent = recent(count).orElseThrow(trail::silent);
        remember(recent);
        return recent.subList(0, Math.min(count, recent.size())).reversed();
    }

    /** What came since, oldest first; empty while the cluster can't answer. */
    public Optional<List<AuditEvent>> news() {
        return place.isPresent()
                ? trail.after(place.get()).map(this::untold)
                : recent(0).map(this::untold);
    }

    private List<AuditEvent> untold(AuditPage page) {
        place = page.next().or(() -> place);
        return page.events().stream()
                .filter(event -> !toldAhead.remove(event.id()))
                .toList();
    }

    private List<AuditEvent> untold(List<AuditEvent> recent) {
        List<AuditEvent> untold =
                recent.stream().filter(event -> !toldAhead.contains(event.id())).toList();
        remember(recent);
        return untold.reversed();
    }

    /** So many at least, and back to one that is settled, or to the beginning; newest first. */
    private Optional<List<AuditEvent>> recent(int count) {
        List<AuditEvent> events = new ArrayList<>();
        Optional<AuditPage> page = trail.before(Optional.empty());
        while (page.isPresent()) {
            events.addAll(page.get().events());
            Optional<String> next = page.get().next();
            if (next.isEmpty() || (events.size() >= count && settled(events).isPresent())) {
                return Optional.of(events);
            }
            page = trail.before(next);
        }
        return Optional.empty();
    }

    private void remember(List<AuditEvent> recent) {
        Optional<AuditEvent> settled = settled(recent);
        place = settled.map(AuditEvent::id);
        recent.stream()
                .takeWhile(event -> !settled.equals(Optional.of(event)))
                .forEach(event -> toldAhead.add(event.id()));
    }

    /** The newest one whose elders are all there; told by the trail's own times, whatever any clock here says. */
    private static Optional<AuditEvent> settled(List<AuditEvent> newestFirst) {
        Optional<Instant> limit =
                newestFirst.stream().findFirst().map(newest -> newest.at().minus(UNSETTLED));
        return newestFirst.stream()
                .filter(event ->
                        limit.filter(moment -> !event.at().isAfter(moment)).isPresent())
                .findFirst();
    }
}
