package io.authsvcs.auth.flow;

import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Holder;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.identity.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A password that has just been proved against another system's hash, or one of our own from weaker days, is hashed as it
 * would be today.
 *
 * <p>This stands outside the login's transaction: whoever proved their password gets in even where nothing can be hashed
 * or written just now, and the next login tries again. A password that is changed meanwhile stays changed.
 */
@Component
class RenewHash {
    private static final Logger log = LoggerFactory.getLogger(RenewHash.class);

    private final Credentials credentials;
    private final Passwords passwords;

    RenewHash(Credentials credentials, Passwords passwords) {
        this.credentials = credentials;
        this.passwords = passwords;
    }

    Mono<Void> of(Holder holder, Password proved) {
        return passwords.isOutdated(holder.passwordHash()) ? renew(holder, proved) : Mono.empty();
    }

    private Mono<Void> renew(Holder holder, Password proved) {
        Subject subject = holder.identity().subject();
        return passwords
                .hash(proved)
                .flatMap(hash -> credentials.renew(subject, holder.passwordHash(), hash))
                .onErrorResume(Fault.class, fault -> {
                    log.warn("The outdated password hash of {} stays for now: {}", subject, fault.getMessage());
                    return Mono.empty();
                });
    }
}
