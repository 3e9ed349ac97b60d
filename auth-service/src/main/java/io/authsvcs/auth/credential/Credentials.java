package io.authsvcs.auth.credential;

import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Subject;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What everybody proves themselves with. */
@Component
public class Credentials {
    private final CredentialRows rows;

    Credentials(CredentialRows rows) {
        this.rows = rows;
    }

    /** Whoever goes by this identifier, with the hash of their password, in one query. */
    public Mono<Holder> find(Identifier identifier) {
        return rows.find(identifier);
    }

    public Mono<Void> add(Subject subject, PasswordHash hash) {
        return rows.insert(subject, hash);
    }

    /** Adds the passwords of many at once. */
    public Mono<Void> addAll(Map<Subject, PasswordHash> hashes) {
        return hashes.isEmpty() ? Mono.empty() : rows.insertAll(hashes);
    }

    /** Another password, or a first one; keys that were derived under the old one are dead. */
    public Mono<Void> replace(Subject subject, PasswordHash hash) {
        return rows.put(subject, hash);
    }

    /** The same, unless somebody was quicker and has changed it already; whether it was replaced. */
    public Mono<Boolean> replace(Holder holder, PasswordHash hash) {
        return rows.update(holder.identity().subject(), holder.version(), hash);
    }

    /** Another hash of the same password, unless the old one is gone; what was derived under the old one lives on. */
    public Mono<Void> renew(Subject subject, PasswordHash old, PasswordHash hash) {
        return rows.renew(subject, old, hash);
    }
}
