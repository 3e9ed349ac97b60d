package io.authsvcs.auth.session;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How sessions go on: one refresh after the other, each in a transaction of its own. */
@Component
public class Turns {
    private final TurnRows rows;
    private final SessionSettings settings;

    Turns(TurnRows rows, SessionSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /** Holds a session as it is until the transaction ends; empty where there is none. */
    public Mono<LockedSession> lock(SessionId id) {
        return rows.lock(id);
    }

    /** The next turn of a session that is locked and alive. */
    public Mono<SessionTurn> advance(SessionId id) {
        return rows.advance(id);
    }

    /** The present turn. */
    public Mono<SessionTurn> find(SessionId id) {
        return rows.find(id);
    }

    /** The present turn at this moment: what is made of it now lasts as long as of a new one. */
    public Mono<SessionTurn> findNow(SessionId id) {
        return rows.findNow(id);
    }

    /** What the token of a turn may do in a session that lives. */
    public Presented judge(int presented, LockedSession session) {
        int present = session.turn().number();
        if (presented == present) {
            return Presented.UNSPENT;
        }
        boolean justSpent = presented == present - 1 && session.age().compareTo(settings.grace()) <= 0;
        return justSpent ? Presented.JUST_SPENT : Presented.SPENT;
    }

    /** What has become of a refresh token. */
    public enum Presented {
        UNSPENT,
        /** Its response may have been lost: the same successor is answered again. */
        JUST_SPENT,
        SPENT
    }
}
