package io.authsvcs.gateway.upstream;

import io.authsvcs.common.Word;
import io.authsvcs.gateway.pipeline.Attribute;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One instance of auth-svcs: where it is, what the registry says, what it says itself, and what its requests have shown.
 */
public final class Instance {
    /** The instance that was tried last for this request. */
    public static final Attribute<Instance> ATTRIBUTE = new Attribute<>("instance", Instance.class);

    /** Of the requests that it would get by its load, what a newcomer gets at first. */
    private static final double FIRST_SHARE = 0.1;

    private static final Set<Reach> NOT_PROVEN = EnumSet.of(Reach.UNPROVEN, Reach.TAKEN, Reach.UNTRUSTED);

    private final Clocks clocks;
    private final Circuit circuit;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Contact contact;
    private final Tally tally;
    private volatile Registration registration;
    private volatile boolean listed;
    private volatile Said said = new Said(Optional.empty(), System.nanoTime());
    private volatile boolean takesGatheredTokens;
    private volatile Seen seen;

    private record Seen(State state, Clocks.Moment since) {}

    /** @param asOfNanos when it was so, or somewhat later */
    private record Said(Optional<Word> word, long asOfNanos) {}

    /** @param first what is held of it before it is asked */
    Instance(Registration registration, boolean listed, Reach first, Clocks clocks) {
        this.clocks = clocks;
        this.contact = new Contact(first);
        this.registration = registration;
        this.listed = listed;
        this.circuit = new Circuit(registration.id());
        this.tally = new Tally(clocks.wall());
        this.seen = new Seen(state(), clocks.now());
    }

    public String id() {
        return registration.id();
    }

    /** What became of its requests. */
    public Tally tally() {
        return tally;
    }

    Registration registration() {
        return registration;
    }

    Circuit circuit() {
        return circuit;
    }

    Contact contact() {
        return contact;
    }

    void listed(Registration latest) {
        registration = latest;
        listed = true;
    }

    /** The registry doesn't list it any more. It is used for as long as it answers. */
    void missing() {
        listed = false;
    }

    /** Whether it has said so; an older one knows nothing of them. */
    boolean takesGatheredTokens() {
        return takesGatheredTokens;
    }

    void says(Word word) {
        hear(new Said(Optional.of(word), System.nanoTime()));
        note();
    }

    /** @param beganNanos when it was asked */
    void found(Finding finding, long beganNanos) {
        switch (finding) {
            case Finding.Answer answer -> {
                takesGatheredTokens = answer.takesGatheredTokens();
                answersWith(new Said(answer.word(), beganNanos));
            }
            case Finding.Silence _ -> contact.missed(beganNanos);
            case Finding.Nobody _ -> contact.refused();
            case Finding.Another _ -> contact.taken();
            case Finding.Untrusted _ -> contact.distrusted();
        }
        note();
    }

    private void answersWith(Said answer) {
        boolean wasAway = contact.reach().isAway();
        hear(answer);
        contact.found(answer.asOfNanos());
        if (wasAway) {
            circuit.onTrial();
        } else if (isSound()) {
            circuit.probed();
        }
    }

    /** Probes and drains overlap: who was asked earlier may be heard later. */
    private synchronized void hear(Said latest) {
        if (latest.asOfNanos - said.asOfNanos >= 0) {
            said = latest;
        }
    }

    private Optional<Word> word() {
        return said.word();
    }

    /** Whether it may get new requests, were it not for what has been seen of it. */
    private boolean isOnDuty() {
        return word().map(word -> word == Word.UP || word == Word.IMPAIRED)
                .orElseGet(() -> registration.status() == Registration.Status.UP);
    }

    /** Whether it deserves requests, but for its circuit. */
    boolean isSound() {
        return isUsable()
                && contact.reach() == Reach.ANSWERS
                && word().filter(Word.IMPAIRED::equals).isEmpty();
    }

    boolean isWell() {
        return isSound() && circuit.isClosed();
    }

    /** Whether a request may be sent there for want of a better one. */
    boolean isUsable() {
        return isOnDuty() && contact.mayAnswer() && !isGone();
    }

    /** Whether it has refused a connection, and may have come back since then. */
    boolean mayBeBack() {
        return isOnDuty() && contact.reach() == Reach.REFUSES && !isGone();
    }

    /** Whether it gets no requests but could answer one. */
    boolean isDraining() {
        return state() == State.DRAINING && contact.reach() == Reach.ANSWERS;
    }

    /** Whether it has shown itself to be one, the last time that somebody answered there. */
    boolean isProven() {
        return !NOT_PROVEN.contains(contact.reach());
    }

    private boolean isGone() {
        return !listed && contact.reach() != Reach.ANSWERS;
    }

    public int underWay() {
        return underWay.get();
    }

    void begin() {
        underWay.incrementAndGet();
    }

    void end() {
        underWay.decrementAndGet();
    }

    public State state() {
        if (isGone()) {
            return State.GONE;
        }
        if (isOnDuty()) {
            return isWell() ? State.UP : State.EJECTED;
        }
        return isStarting() ? State.STARTING : State.DRAINING;
    }

    private boolean isStarting() {
        return word().map(Word.STARTING::equals).orElseGet(() -> registration.status() == Registration.Status.STARTING);
    }

    /**
     * Of the requests that it would get by its load, what it shall get: all, but for a newcomer, whose first ones cost a
     * multiple.
     *
     * @return 0 to 1
     */
    double share(Duration slowStart) {
        double age = clocks.since(seen.since());
        return Math.clamp(age / slowStart.toNanos(), FIRST_SHARE, 1);
    }

    /** What has been said of it, and found, changes its state at once; what requests show, at the next look. */
    private Seen note() {
        State state = state();
        if (seen.state() != state) {
            seen = new Seen(state, clocks.now());
        }
        return seen;
    }

    Sighting sight() {
        Seen noted = note();
        return new Sighting(
                id(),
                registration.host() + ":" + registration.port(),
                registration.version(),
                noted.state(),
                noted.since().shown(),
                underWay(),
                tally.count());
    }

    /** Whether the registry that has lost it may have done so by mistake: who leaves says so first. */
    boolean isMissed() {
        return registration.status() == Registration.Status.UP
                && word().filter(Word.LEAVING::equals).isEmpty();
    }

    boolean isGoneFor(Duration length) {
        return note().state() == State.GONE && clocks.since(seen.since()) > length.toNanos();
    }
}
