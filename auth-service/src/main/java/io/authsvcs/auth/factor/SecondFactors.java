package io.authsvcs.auth.factor;

import com.github.f4b6a3.uuid.UuidCreator;
import io.authsvcs.auth.factor.Code.Impossible;
import io.authsvcs.auth.factor.Code.OfAuthenticator;
import io.authsvcs.auth.factor.Code.OfRecovery;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.token.RequestSecrets;
import io.authsvcs.auth.token.RequestSecrets.Purpose;
import io.authsvcs.auth.token.SealedSecrets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What everybody proves themselves with beside their password, who wants to, or has to. */
@Component
public class SecondFactors {
    private final SecureRandom random = new SecureRandom();
    private final Totp totp = new Totp();
    private final SecondFactorRows rows;
    private final RecoveryCodeRows recoveryCodes;
    private final SealedSecrets sealedSecrets;
    private final RequestSecrets requestSecrets;
    private final SecondFactorSettings settings;

    SecondFactors(
            SecondFactorRows rows,
            RecoveryCodeRows recoveryCodes,
            SealedSecrets sealedSecrets,
            RequestSecrets requestSecrets,
            SecondFactorSettings settings) {
        this.rows = rows;
        this.recoveryCodes = recoveryCodes;
        this.sealedSecrets = sealedSecrets;
        this.requestSecrets = requestSecrets;
        this.settings = settings;
    }

    /** Whoever's it is, pending or active; empty where they have none. */
    public Mono<SecondFactor> find(Subject owner) {
        return rows.find(owner).map(this::open);
    }

    /** Begins another, in place of one that is pending; empty where one is active. */
    public Mono<Enrolment> begin(Identity owner) {
        FactorSecret secret = FactorSecret.next(random);
        return rows.put(
                        UuidCreator.getTimeOrderedEpoch(),
                        owner.subject(),
                        sealedSecrets.seal(secret.bytes(), context(owner.subject())))
                .filter(begun -> begun)
                .map(begun -> enrolment(secret, owner));
    }

    /** How its owner takes it in. */
    public Enrolment enrolment(FactorSecret secret, Identity owner) {
        return new Enrolment(secret, secret.uri(settings.issuer(), account(owner)));
    }

    /** Makes a pending one active, with these recovery codes; whether the code, of the authenticator alone, is right. */
    public Mono<Boolean> confirm(SecondFactor pending, Code code, List<RecoveryCode> codes) {
        return Mono.justOrEmpty(step(pending, code))
                .flatMap(step -> rows.confirm(pending.id(), step)
                        .then(recoveryCodes.replace(pending.id(), codes))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Spends a code of one that is active: what it proves beside the password, or nothing where it is wrong or spent. */
    public Mono<Methods> spend(SecondFactor active, Code code) {
        return switch (code) {
            case OfAuthenticator typed ->
                Mono.justOrEmpty(step(active, typed))
                        .filterWhen(step -> rows.spend(active.id(), step))
                        .map(step -> Methods.CODE);
            case OfRecovery(RecoveryCode typed) ->
                recoveryCodes.spend(active.id(), typed).filter(spent -> spent).map(spent -> Methods.RECOVERY_CODE);
            case Impossible impossible -> Mono.empty();
        };
    }

    /** Recovery codes that nobody has seen; the same ones for a request that is repeated. */
    public List<RecoveryCode> newRecoveryCodes(Optional<IdempotencyKey> key) {
        return RecoveryCode.of(requestSecrets.next(Purpose.RECOVERY_CODES, key));
    }

    /** Whether one of these codes is good. */
    public Mono<Boolean> haveAny(SecondFactor factor, List<RecoveryCode> codes) {
        return recoveryCodes.haveAny(factor.id(), codes);
    }

    /** Puts these recovery codes in the place of all others. */
    public Mono<Void> renew(SecondFactor active, List<RecoveryCode> codes) {
        return recoveryCodes.replace(active.id(), codes);
    }

    /** Takes it away, pending or active, with its recovery codes; whether there was one. */
    public Mono<Boolean> remove(Subject owner) {
        return rows.delete(owner);
    }

    private Optional<Long> step(SecondFactor factor, Code code) {
        return code instanceof OfAuthenticator(String digits)
                ? totp.step(factor.secret(), digits, factor.now()).stream()
                        .boxed()
                        .findFirst()
                : Optional.empty();
    }

    private SecondFactor open(StoredFactor stored) {
        return new SecondFactor(
                stored.id(),
                stored.owner(),
                FactorSecret.of(sealedSecrets.open(stored.sealedSecret(), context(stored.owner()))),
                stored.begunAt(),
                stored.confirmedAt(),
                stored.codesLeft(),
                stored.now());
    }

    private static String context(Subject owner) {
        return "second factor of " + owner;
    }

    private static String account(Identity owner) {
        Identity.Names names = owner.names();
        return names.email()
                .or(names::userName)
                .or(names::phoneNumber)
                .orElseGet(() -> owner.subject().toString());
    }
}
