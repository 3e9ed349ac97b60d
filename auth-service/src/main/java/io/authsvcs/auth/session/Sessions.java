package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.CoalescedLookup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every login that has been opened. Nothing of their state is cached. */
@Component
@EnableConfigurationProperties(SessionSettings.class)
public class Sessions {
    /** As many as are shown to their owner. */
    private static final int MOST_LISTED = 200;

    /** Of what somebody who opens sessions without an end may have left behind. */
    private static final int HELPING = 100;

    /** For whoever looks into what happened; longer than any answer is repeated from it. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final SessionRows rows;
    private final LastSeen lastSeen;
    private final SessionSettings settings;
    private final CoalescedLookup<SessionId, SessionState> lookup;

    Sessions(SessionRows rows, SessionStateRows states, LastSeen lastSeen, SessionSettings settings) {
        this.rows = rows;
        this.lastSeen = lastSeen;
        this.settings = settings;
        this.lookup = new CoalescedLookup<>(states::findAll);
    }

    /**
     * Opens a session for somebody who has proved who they are.
     *
     * @param identity as it was read before its password was checked: if all its sessions are ended meanwhile, this one
     *     is born dead
     * @param methods by which they have proved it
     */
    public Mono<SessionTurn> open(SessionId id, Identity identity, Methods methods, SessionRequest request) {
        Optional<Duration> lifetime = lifetime(request);
        return rows.insert(id, identity, methods, request, lifetime, idle(request))
                .flatMap(turn -> keepLimit(identity.subject())
                        .then(lifetime.isPresent() ? Mono.empty() : rows.endEndless(identity.subject(), HELPING))
                        .thenReturn(turn));
    }

    /** Opens one more like another, whose generation is over. */
    public Mono<SessionTurn> replace(SessionId old, SessionId id, Identity identity) {
        return rows.insertLike(old, id, identity.sessionGeneration());
    }

    /** The state of a session at a moment after this was called; empty where there is none. */
    public Mono<SessionState> find(SessionId id) {
        return lookup.find(id).doOnNext(lastSeen::note);
    }

    /** What these calls give, in their order. The sessions that they find are looked up together. */
    public <T> Flux<T> together(List<Mono<T>> calls) {
        return lookup.together(calls);
    }

    /** Whether it was opened no longer ago than that. */
    public Mono<Boolean> isOpenedWithin(Duration age, SessionId id) {
        return rows.isOpenedWithin(age, id);
    }

    /** Those of somebody that live, the latest first. */
    public Mono<List<SessionSummary>> list(Subject subject) {
        return rows.findAlive(subject, MOST_LISTED);
    }

    /** Ends a session; when this completes no instance accepts it any more. Whose it was, if it ended by this. */
    public Mono<Subject> end(SessionId id) {
        return rows.end(id);
    }

    /** Ends a session if it is this subject's; whether it is. */
    public Mono<Boolean> end(SessionId id, Subject subject) {
        return rows.end(id, subject);
    }

    /** Lets a session live on where the generation of its owner has been raised, to end the others. */
    public Mono<Void> carryOver(SessionId id, Identity identity) {
        return rows.carryOver(id, identity.sessionGeneration());
    }

    /** The same for one whose owner has proved their second factor by now. */
    public Mono<Void> carryOver(SessionId id, Identity identity, Methods methods) {
        return rows.carryOver(id, identity.sessionGeneration(), methods);
    }

    /** Ends those of somebody that their password alone has opened. */
    public Mono<Void> endOpenedByPassword(Subject subject) {
        return rows.endOpenedBy(Methods.PASSWORD, subject);
    }

    /** Deletes at most so many sessions that were over a month ago; how many there were. */
    public Mono<Long> forget(int most) {
        return rows.deleteOver(KEPT, most);
    }

    private Mono<Void> keepLimit(Subject subject) {
        return settings.limit() == 0
                ? Mono.empty()
                : rows.lockOwner(subject).then(Mono.defer(() -> rows.endBeyond(settings.limit(), subject)));
    }

    private Optional<Duration> lifetime(SessionRequest request) {
        Duration usual = request.persistent() ? settings.persistentLifetime() : settings.lifetime();
        return Optional.of(settings.cut(request.duration().orElse(usual))).filter(Duration::isPositive);
    }

    /** Whoever has said how long, or to stay signed in, has chosen. */
    private Optional<Duration> idle(SessionRequest request) {
        boolean isChosen = request.duration().isPresent() || request.persistent();
        return Optional.of(settings.idle()).filter(idle -> idle.isPositive() && !isChosen);
    }
}
