package io.authsvcs.auth.flow;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordHash;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.throttle.Account;
import io.authsvcs.auth.throttle.Throttle;
import io.authsvcs.auth.throttle.Try;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever has a token proves that they are its owner, as often as a password may be tried. */
@Component
class ProveCurrentPassword {
    static final String WRONG = "Wrong current password";

    private final Credentials credentials;
    private final Passwords passwords;
    private final Throttle throttle;

    ProveCurrentPassword(Credentials credentials, Passwords passwords, Throttle throttle) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** The owner as they were when the password was read; empty where it is another. */
    Mono<Holder> of(Subject owner, Password current, Caller caller) {
        return credentials
                .find(new UserId(owner))
                .flatMap(holder -> throttle.charge(
                        attempt(current, holder, caller),
                        charge -> passwords
                                .verify(current, holder.passwordHash())
                                .filter(right -> right)
                                .flatMap(right -> throttle.refund(charge).thenReturn(holder))));
    }

    /** The hash of another password for the owner, by the current one; empty where that is another. */
    Mono<PasswordHash> exchange(Password current, Holder holder, Password wanted, Caller caller) {
        return throttle.charge(
                attempt(current, holder, caller),
                charge -> passwords
                        .exchange(current, holder.passwordHash(), wanted)
                        .flatMap(hash -> throttle.refund(charge).thenReturn(hash)));
    }

    private static Try attempt(Password current, Holder holder, Caller caller) {
        return new Try(new Account.Known(holder.identity().subject()), current, caller);
    }
}
