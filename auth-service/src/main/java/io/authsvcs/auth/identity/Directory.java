package io.authsvcs.auth.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Everybody, page by page in the order of their ids. */
@Component
public class Directory {
    private final DirectoryRows rows;

    Directory(DirectoryRows rows) {
        this.rows = rows;
    }

    /**
     * Who is looked for.
     *
     * @param identifiers all of which are theirs
     * @param after the last of the page before
     */
    public record Query(
            List<Identifier> identifiers, Optional<IdentityStatus> status, int limit, Optional<Subject> after) {}

    /** @param next what the query for the next page comes after; absent on the last one */
    public record Page(List<Identity> identities, Optional<Subject> next) {}

    public Mono<Page> find(Query query) {
        return rows.find(query, query.limit() + 1).map(found -> page(found, query.limit()));
    }

    private static Page page(List<Identity> found, int limit) {
        List<Identity> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                List.copyOf(shown),
                found.size() > limit ? Optional.of(shown.getLast().subject()) : Optional.empty());
    }
}
