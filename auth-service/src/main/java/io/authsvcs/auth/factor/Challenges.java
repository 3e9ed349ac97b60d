package io.authsvcs.auth.factor;

import com.github.f4b6a3.uuid.UuidCreator;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.token.ChallengeTokens;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Logins that wait for a code, for all instances and over their restarts. */
@Component
public class Challenges {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final ChallengeRows rows;
    private final ChallengeTokens tokens;

    Challenges(ChallengeRows rows, ChallengeTokens tokens) {
        this.rows = rows;
        this.tokens = tokens;
    }

    /**
     * @param identity as it was read before its password was checked: if all its sessions are ended meanwhile, as with
     *     another password, this is born dead
     */
    public Mono<Challenge> issue(Identity identity, SessionRequest wishes) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return rows.insert(id, identity, wishes, LIFETIME)
                .map(issued -> new Challenge(tokens.of(id), issued.expiresAt(), issued.enrolment()));
    }

    /** One that could be used now; empty for any other text. */
    public Mono<OpenChallenge> find(String token) {
        return Mono.justOrEmpty(tokens.read(token)).flatMap(rows::find);
    }

    /** Uses it up. */
    public Mono<Void> use(OpenChallenge challenge) {
        return rows.delete(challenge.id());
    }

    /** Forgets a helping of those that have expired; how many. */
    public Mono<Long> forget(int most) {
        return rows.deleteExpired(most);
    }
}
