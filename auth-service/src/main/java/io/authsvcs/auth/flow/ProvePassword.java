package io.authsvcs.auth.flow;

import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Subject;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody proves by a password that they are who they say; whoever they are, and whether or not, it takes the same time. */
@Component
class ProvePassword {
    private final Credentials credentials;
    private final Passwords passwords;
    private final RenewHash renewHash;

    ProvePassword(Credentials credentials, Passwords passwords, RenewHash renewHash) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.renewHash = renewHash;
    }

    /** How a proof ends. */
    sealed interface Proof {
        /** The password is right; whether its owner may log in is another question. */
        record Right(Holder holder) implements Proof {}

        /** @param subject whose password it isn't, if there is anybody */
        record Wrong(Optional<Subject> subject) implements Proof {}
    }

    /** @param identifier absent where what was typed can't be anybody's */
    Mono<Proof> of(Optional<Identifier> identifier, Password password) {
        return Mono.justOrEmpty(identifier)
                .flatMap(credentials::find)
                .flatMap(holder -> of(holder, password))
                .switchIfEmpty(Mono.defer(() -> passwords.spend().thenReturn(new Proof.Wrong(Optional.empty()))));
    }

    private Mono<Proof> of(Holder holder, Password password) {
        return passwords
                .verify(password, holder.passwordHash())
                .flatMap(right -> right
                        ? renew(holder, password).thenReturn(new Proof.Right(holder))
                        : Mono.just(
                                new Proof.Wrong(Optional.of(holder.identity().subject()))));
    }

    /** A right password of somebody inactive takes as long, and changes nothing. */
    private Mono<Void> renew(Holder holder, Password password) {
        if (holder.identity().isActive()) {
            return renewHash.of(holder, password);
        }
        return passwords.isOutdated(holder.passwordHash()) ? passwords.spend().then() : Mono.empty();
    }
}
