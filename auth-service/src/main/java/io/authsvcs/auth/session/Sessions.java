package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Identity;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every login that has been opened. Nothing of their state is cached. */
@Component
@EnableConfigurationProperties(SessionSettings.class)
public class Sessions {
    private final SessionRows rows;
    private final SessionSettings settings;
    private final CoalescedLookup<SessionId, SessionState> lookup;

    Sessions(SessionRows rows, SessionSettings settings) {
        this.rows = rows;
        this.settings = settings;
        this.lookup = new CoalescedLookup<>(rows::findAll);
    }

    /**
     * Opens a session for somebody who has proved who they are.
     *
     * @param identity as it was read before its password was checked: if all its sessions are ended meanwhile, this one
     *     is born dead
     */
    public Mono<OpenedSession> open(Identity identity, SessionRequest request, byte[] refreshTokenHash) {
        return rows.insert(SessionId.next(), identity, request, lifetime(request), refreshTokenHash);
    }

    /** The state of a session at a moment after this was called; empty where there is none. */
    public Mono<SessionState> find(SessionId id) {
        return lookup.find(id);
    }

    /** Ends a session; when this completes no instance accepts it any more. One that has ended stays as it is. */
    public Mono<Void> end(SessionId id) {
        return rows.end(id);
    }

    private Optional<Duration> lifetime(SessionRequest request) {
        Duration usual = request.persistent() ? settings.persistentLifetime() : settings.lifetime();
        return Optional.of(request.duration().orElse(usual)).filter(Duration::isPositive);
    }
}
