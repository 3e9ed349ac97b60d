package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.credential.Credentials;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordHash;
import io.authsvcs.auth.credential.Passwords;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Clash;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.MovedIdentity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An administrator brings users of another system, many at once, in four statements. Whoever has an identifier that is
 * there already stays as they are, so that an import can be repeated; whose key is somebody else's is told so.
 */
@Component
public class ImportUsers {
    /** At once, so that logins find room in the lane. */
    private static final int HASHED_AT_ONCE = 2;

    private final Identities identities;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Effects effects;
    private final Audit audit;
    private final Database database;

    ImportUsers(
            Identities identities,
            Credentials credentials,
            Passwords passwords,
            Effects effects,
            Audit audit,
            Database database) {
        this.identities = identities;
        this.credentials = credentials;
        this.passwords = passwords;
        this.effects = effects;
        this.audit = audit;
        this.database = database;
    }

    /** Somebody as another system knew them. */
    public record Newcomer(MovedIdentity identity, Proof proof) {}

    /** What is known of somebody's password. */
    public sealed interface Proof {
        record None() implements Proof {}

        record Hashed(PasswordHash hash) implements Proof {}

        /** Whatever it is: the password policy is for those who choose one. */
        record Plain(Password password) implements Proof {}
    }

    /** @param clashes by their places among the newcomers; who brings one was neither imported nor is counted as existing */
    public record Result(int imported, int existing, List<Clash> clashes) {}

    public Mono<Result> add(List<Newcomer> newcomers, Administrator by, Optional<IdempotencyKey> key) {
        return again(newcomers, key).switchIfEmpty(Mono.defer(() -> addFirst(newcomers, by, key)));
    }

    /** Who was imported the first time would count as existing. */
    private Mono<Result> again(List<Newcomer> newcomers, Optional<IdempotencyKey> key) {
        return effects.find(key).flatMap(done -> result(newcomers, done.effect().turn()));
    }

    /** The key last, with how many there were: a repetition at the same time waits for the first where it adds the same. */
    private Mono<Result> addFirst(List<Newcomer> newcomers, Administrator by, Optional<IdempotencyKey> key) {
        Collection<Newcomer> distinct = firstOfEachSubject(newcomers);
        return hashes(distinct)
                .flatMap(hashes -> database.inTransaction(add(distinct, hashes, by)
                        .flatMap(added -> effects.claim(key, Effect.of(by.subject(), added.size()))
                                .filter(first -> first)
                                .flatMap(first -> result(newcomers, added.size())))))
                .switchIfEmpty(Mono.defer(() -> again(newcomers, key)));
    }

    private Mono<Result> result(List<Newcomer> newcomers, int imported) {
        return identities
                .clashes(identities(newcomers))
                .map(clashes -> new Result(imported, newcomers.size() - imported - clashes.size(), clashes));
    }

    private static List<MovedIdentity> identities(Collection<Newcomer> newcomers) {
        return newcomers.stream().map(Newcomer::identity).toList();
    }

    private static Collection<Newcomer> firstOfEachSubject(List<Newcomer> newcomers) {
        Map<Subject, Newcomer> firsts = new LinkedHashMap<>();
        newcomers.forEach(each -> firsts.putIfAbsent(each.identity().subject(), each));
        return firsts.values();
    }

    private Mono<Map<Subject, PasswordHash>> hashes(Collection<Newcomer> newcomers) {
        return Flux.fromIterable(newcomers)
                .flatMap(
                        each -> hash(each.proof())
                                .map(hash -> Map.entry(each.identity().subject(), hash)),
                        HASHED_AT_ONCE)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<PasswordHash> hash(Proof proof) {
        return switch (proof) {
            case Proof.None none -> Mono.empty();
            case Proof.Hashed(PasswordHash hash) -> Mono.just(hash);
            case Proof.Plain(Password password) -> passwords.hashPatiently(password);
        };
    }

    private Mono<Set<Subject>> add(
            Collection<Newcomer> newcomers, Map<Subject, PasswordHash> hashes, Administrator by) {
        return identities
                .addAll(identities(newcomers))
                .flatMap(added -> credentials
                        .addAll(of(added, hashes))
                        .then(Mono.defer(() -> audit.record(by.did(Action.IMPORT_USER), added)))
                        .thenReturn(added));
    }

    private static Map<Subject, PasswordHash> of(Set<Subject> added, Map<Subject, PasswordHash> hashes) {
        return hashes.entrySet().stream()
                .filter(entry -> added.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
