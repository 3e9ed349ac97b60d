package io.authsvcs.auth.session;

import io.authsvcs.auth.persistence.CoalescedLookup;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opaque tokens that lead to sessions (reference tokens), known by their hashes. Nothing of their state is cached. */
@Component
public class References {
    private final ReferenceRows rows;
    private final CoalescedLookup<TokenHash, Reference> lookup;

    References(ReferenceRows rows) {
        this.rows = rows;
        this.lookup = new CoalescedLookup<>(rows::findAll);
    }

    /** From now on this token leads to that session, wherever it led before. */
    public Mono<Void> point(TokenHash token, SessionId session, Optional<String> partner) {
        return rows.put(token, session, partner);
    }

    /**
     * Where a token leads at a moment after this was called; empty where it is none of ours. What is a disabled partner's
     * leads to a session that has ended.
     */
    public Mono<Reference> find(TokenHash token) {
        return lookup.find(token);
    }

    /** The same within a transaction, whose own changes it sees. */
    public Mono<Reference> findWithin(TokenHash token) {
        return rows.find(token);
    }
}
