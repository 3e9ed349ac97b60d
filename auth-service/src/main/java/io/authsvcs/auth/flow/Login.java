package io.authsvcs.auth.flow;

import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.session.SessionRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody says who they are, proves it by a password, and gets a session. */
@Component
public class Login {
    private final Credentials credentials;
    private final Passwords passwords;
    private final OpenSession openSession;

    Login(Credentials credentials, Passwords passwords, OpenSession openSession) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.openSession = openSession;
    }

    /** @param identifier absent where what was typed can't be anybody's */
    public record Attempt(Optional<Identifier> identifier, Password password, SessionRequest session) {}

    /** How a login ends. */
    public sealed interface Result {
        record LoggedIn(Grant grant) implements Result {}

        /** Unknown, wrong, disabled and deleted alike: a stranger must not learn which. */
        record InvalidCredentials() implements Result {}
    }

    public Mono<Result> attempt(Attempt attempt) {
        return authenticate(attempt)
                .flatMap(holder -> openSession.grant(holder.identity(), attempt.session()))
                .<Result>map(Result.LoggedIn::new)
                .defaultIfEmpty(new Result.InvalidCredentials());
    }

    private Mono<Holder> authenticate(Attempt attempt) {
        return Mono.justOrEmpty(attempt.identifier())
                .flatMap(credentials::find)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(holder -> holder.map(known -> prove(known, attempt.password()))
                        .orElseGet(() -> passwords.spend().then(Mono.empty())));
    }

    private Mono<Holder> prove(Holder holder, Password password) {
        return passwords
                .verify(password, holder.passwordHash())
                .filter(right -> right && holder.identity().isActive())
                .map(right -> holder);
    }
}
