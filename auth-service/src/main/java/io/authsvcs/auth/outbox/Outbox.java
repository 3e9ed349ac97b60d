package io.authsvcs.auth.outbox;

import io.authsvcs.auth.action.ActionId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is to be delivered. */
@Component
public class Outbox {
    private final OutboxRows rows;
    private final Postmen postmen;
    private final OutboxGauges gauges;

    Outbox(OutboxRows rows, Postmen postmen, OutboxGauges gauges) {
        this.rows = rows;
        this.postmen = postmen;
        this.gauges = gauges;
    }

    /** Adds the message that brings somebody this permission, if it was issued; part of the caller's transaction. */
    public Mono<Void> add(ActionId action) {
        return rows.insert(action);
    }

    /** Has it delivered at once rather than soon; to be called when the transaction is done. */
    public void hurry() {
        postmen.hurry();
    }

    /** Begins to deliver. Not before the database is up to date. */
    public void open() {
        postmen.start();
    }

    /** Forgets a helping of those that nobody will ever get; how many. */
    public Mono<Long> forget(int most) {
        return rows.deleteOld(most);
    }

    /** Counts what waits and what was given up, for whoever looks at the metrics. */
    public Mono<Void> count() {
        return rows.count().doOnNext(gauges::show).then();
    }
}
