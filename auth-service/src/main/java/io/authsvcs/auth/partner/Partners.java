package io.authsvcs.auth.partner;

import io.authsvcs.auth.persistence.CoalescedLookup;
import io.authsvcs.auth.persistence.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every partner. Nothing of their state is cached. */
@Component
public class Partners {
    /** As many as are listed at once. */
    public static final int PAGE = 200;

    private static final String NAME_UNIQUE = "partners_name_unique";

    private final PartnerRows rows;
    private final CoalescedLookup<PartnerId, AcceptedTokens> lookup;

    Partners(PartnerRows rows) {
        this.rows = rows;
        this.lookup = new CoalescedLookup<>(rows::findAccepted);
    }

    /** Whose token this is at a moment after this was called, disabled or not; empty where it is nobody's. */
    public Mono<Partner> authenticate(String token) {
        return Mono.justOrEmpty(PartnerToken.parse(token))
                .flatMap(parsed -> lookup.find(parsed.partner()).filter(accepted -> accepted.include(parsed)))
                .map(AcceptedTokens::partner);
    }

    public Mono<Partner> find(PartnerId id) {
        return rows.find(id);
    }

    /** At most {@value #PAGE} of them by id, those after this one where it is given. */
    public Mono<List<Partner>> list(Optional<PartnerId> after) {
        return rows.list(after, PAGE);
    }

    /** Adds the partner whom this token names; the error tells {@link #isNameTaken} where another is called so. */
    public Mono<Partner> add(PartnerName name, PartnerToken token) {
        return rows.insert(name, token);
    }

    /**
     * Gives a partner another token; empty where there is none.
     *
     * @param overlap how long the token until now is good beside it; one before that never is
     */
    public Mono<Partner> rotate(PartnerToken token, Duration overlap) {
        return rows.rotate(token, overlap);
    }

    /** Empty where there is no such partner, or it has that status already. */
    public Mono<Partner> change(PartnerId id, PartnerStatus status) {
        return rows.change(id, status);
    }

    /** Whether that is why {@link #add} failed. */
    public static boolean isNameTaken(Throwable failure) {
        return Violation.constraint(failure).filter(NAME_UNIQUE::equals).isPresent();
    }
}
