package io.authsvcs.auth.partner;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.persistence.Lookups;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code partners}. Times are the database's: instances' clocks may differ. */
@Component
class PartnerRows {
    private static final String COLUMNS = "id, name, status, created_at";

    private final Database database;
    private final Lookups lookups;

    PartnerRows(Database database, Lookups lookups) {
        this.database = database;
        this.lookups = lookups;
    }

    Mono<Map<PartnerId, AcceptedTokens>> findAccepted(Collection<PartnerId> ids) {
        return lookups.guard(lookups.sql("SELECT " + COLUMNS + """
                        , token_hash, CASE WHEN previous_until > now() THEN previous_token_hash END AS previous_hash
                        FROM partners WHERE id = ANY (:ids)
                        """)
                .bind("ids", ids.stream().map(PartnerId::id).toArray(String[]::new))
                .map(PartnerRows::accepted)
                .all()
                .collectMap(accepted -> accepted.partner().id()));
    }

    Mono<Partner> find(PartnerId id) {
        return database.guard(database.sql("SELECT " + COLUMNS + " FROM partners WHERE id = :id")
                .bind("id", id.id())
                .map(PartnerRows::read)
                .one());
    }

    Mono<List<Partner>> list(Optional<PartnerId> after, int most) {
        return database.guard(
                database.sql("SELECT " + COLUMNS + " FROM partners WHERE id > :after ORDER BY id LIMIT :most")
                        .bind("after", after.map(PartnerId::id).orElse(""))
                        .bind("most", most)
                        .map(PartnerRows::read)
                        .all()
                        .collectList());
    }

    Mono<Partner> insert(PartnerName name, PartnerToken token) {
        return database.guard(database.sql("""
                        INSERT INTO partners (id, name, name_key, token_hash) VALUES (:id, :name, :key, :hash)
                        RETURNING\s""" + COLUMNS)
                .bind("id", token.partner().id())
                .bind("name", name.name())
                .bind("key", name.key())
                .bind("hash", token.hash())
                .map(PartnerRows::read)
                .one());
    }

    Mono<Partner> rotate(PartnerToken token, Duration overlap) {
        return database.guard(database.sql("""
                        UPDATE partners SET previous_token_hash = CASE WHEN :overlap > 0 THEN token_hash END,
                            previous_until = now() + make_interval(secs => :overlap),
                            token_hash = :hash, rotated_at = now()
                        WHERE id = :id RETURNING\s""" + COLUMNS)
                .bind("hash", token.hash())
                .bind("overlap", (double) overlap.toSeconds())
                .bind("id", token.partner().id())
                .map(PartnerRows::read)
                .one());
    }

    Mono<Partner> change(PartnerId id, PartnerStatus status) {
        return database.guard(database.sql("""
                        UPDATE partners SET status = :status WHERE id = :id AND status <> :status
                        RETURNING\s""" + COLUMNS)
                .bind("status", status.label())
                .bind("id", id.id())
                .map(PartnerRows::read)
                .one());
    }

    private static AcceptedTokens accepted(Readable row) {
        Columns columns = new Columns(row);
        List<byte[]> hashes = Stream.of(Optional.of(columns.bytes("token_hash")), columns.findBytes("previous_hash"))
                .flatMap(Optional::stream)
                .toList();
        return new AcceptedTokens(read(row), hashes);
    }

    private static Partner read(Readable row) {
        Columns columns = new Columns(row);
        return new Partner(
                new PartnerId(columns.text("id")),
                columns.text("name"),
                PartnerStatus.of(columns.text("status")),
                columns.instant("created_at"));
    }
}
