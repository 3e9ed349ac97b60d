package io.authsvcs.gateway.upstream;

import io.authsvcs.gateway.pipeline.Attribute;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** One instance of auth-svcs: where it is, what the registry says, and what its requests have shown. */
public final class Instance {
    /** The instance that was tried last for this request. */
    public static final Attribute<Instance> ATTRIBUTE = new Attribute<>("instance", Instance.class);

    private final Circuit circuit;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Tally tally;
    private volatile Registration registration;
    private volatile Presence presence = Presence.LISTED;
    private volatile Word word = Word.UP;
    private volatile Seen seen;

    /** Whether the registry lists it. One that has vanished is used until a probe fails. */
    private enum Presence {
        LISTED,
        MISSING,
        GONE
    }

    private record Seen(State state, Instant since) {}

    Instance(Registration registration, InstantSource clock) {
        this.registration = registration;
        this.circuit = new Circuit(registration.id());
        this.tally = new Tally(clock);
        this.seen = new Seen(state(), clock.instant());
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

    void listed(Registration latest) {
        registration = latest;
        presence = Presence.LISTED;
    }

    /** It has said so itself, which counts more than what the registry says. */
    void told(Word latest) {
        word = latest;
    }

    void missing() {
        if (presence == Presence.LISTED) {
            presence = Presence.MISSING;
        }
    }

    void gone() {
        presence = Presence.GONE;
    }

    /** Whether it may get new requests, were it not for its circuit. */
    boolean isOnDuty() {
        return presence != Presence.GONE && registration.status() == Registration.Status.UP && !word.isLeaving();
    }

    /** Whether a request may be sent there; where none is better, to one that has been slow as well. */
    boolean isUsable() {
        return isOnDuty() && !circuit.isRefused();
    }

    boolean isMissing() {
        return presence == Presence.MISSING;
    }

    /** Whether a probe has something to find out. */
    boolean isDoubtful() {
        return isMissing() || (isOnDuty() && circuit.isRefused());
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
        if (presence == Presence.GONE) {
            return State.GONE;
        }
        if (word.isLeaving()) {
            return State.DRAINING;
        }
        return switch (registration.status()) {
            case STARTING -> State.STARTING;
            case DOWN -> State.DRAINING;
            case UP -> circuit.isWell() ? State.UP : State.EJECTED;
        };
    }

    /** Notes when the state has changed, to the precision of the watch. */
    Sighting sight(Instant now) {
        State state = state();
        if (seen.state() != state) {
            seen = new Seen(state, now);
        }
        return new Sighting(
                id(),
                registration.host() + ":" + registration.port(),
                registration.version(),
                state,
                seen.since(),
                underWay(),
                tally.count());
    }

    boolean isGoneSince(Instant moment) {
        return presence == Presence.GONE && seen.since().isBefore(moment);
    }
}
