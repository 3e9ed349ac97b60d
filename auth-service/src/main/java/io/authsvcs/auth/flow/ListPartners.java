package io.authsvcs.auth.flow;

import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.partner.PartnerId;
import io.authsvcs.auth.partner.Partners;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every partner, a page at a time. */
@Component
public class ListPartners {
    private final Partners partners;

    ListPartners(Partners partners) {
        this.partners = partners;
    }

    /** @param next the {@code after} of the page that may follow; absent where none does */
    public record Page(List<Partner> partners, Optional<PartnerId> next) {
        static Page of(List<Partner> partners) {
            return new Page(
                    partners,
                    partners.size() < Partners.PAGE
                            ? Optional.empty()
                            : Optional.of(partners.getLast().id()));
        }
    }

    /** @param after itself left out; absent for the first page */
    public Mono<Page> list(Optional<PartnerId> after) {
        return partners.list(after).map(Page::of);
    }
}
