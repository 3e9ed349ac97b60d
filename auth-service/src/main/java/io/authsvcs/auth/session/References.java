package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.CoalescedLookup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opaque tokens that lead to sessions (reference tokens), known by their hashes. Nothing of their state is cached. */
@Component
public class References {
    private final ReferenceRows rows;
    private final LastSeen lastSeen;
    private final CoalescedLookup<TokenHash, SessionState> lookup;

    References(ReferenceRows rows, LastSeen lastSeen) {
        this.rows = rows;
        this.lastSeen = lastSeen;
        this.lookup = new CoalescedLookup<>(rows::findAll);
    }

    /**
     * One as its owner sees it.
     *
     * @param label its beginning
     * @param expiresAt absent where it has no end
     */
    public record Labelled(String label, Optional<Instant> expiresAt) {}

    /**
     * From now on this token leads to that session, wherever it led before.
     *
     * @param label by which its owner finds it; absent where they are not shown it
     */
    public Mono<Void> point(TokenHash token, SessionId session, Optional<String> label) {
        return rows.put(token, session, label);
    }

    /** The session that a token leads to, at a moment after this was called; empty where it is none of ours. */
    public Mono<SessionState> find(TokenHash token) {
        return lookup.find(token).doOnNext(lastSeen::note);
    }

    /** The session that a token leads to if nobody has ended it; as the present transaction sees it. */
    public Mono<SessionId> findOpen(TokenHash token) {
        return rows.findOpen(token);
    }

    /** Those of somebody that live and have a label, the latest first. */
    public Mono<List<Labelled>> list(Subject subject, int most) {
        return rows.findLabelled(subject, most);
    }

    /** The sessions of somebody to which tokens of this label lead. */
    public Mono<List<SessionId>> find(Subject subject, String label) {
        return rows.findByLabel(subject, label);
    }
}
