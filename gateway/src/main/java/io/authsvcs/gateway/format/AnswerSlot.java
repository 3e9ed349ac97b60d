package io.authsvcs.gateway.format;

import io.authsvcs.gateway.pipeline.Attribute;
import java.util.Optional;

/**
 * Where an instance's answer waits to be written. An answer that arrives after the request has ended, as when its caller
 * has left, is released.
 */
public final class AnswerSlot {
    public static final Attribute<AnswerSlot> ATTRIBUTE = new Attribute<>("answer slot", AnswerSlot.class);

    private Optional<Answer> held = Optional.empty();
    private boolean closed;

    public synchronized void put(Answer answer) {
        if (closed) {
            answer.release();
        } else {
            held = Optional.of(answer);
        }
    }

    /** Whoever takes an answer puts it back, or releases it. */
    public synchronized Answer take() {
        Answer answer = held.orElseThrow(() -> new IllegalStateException("No step has left an answer to write"));
        held = Optional.empty();
        return answer;
    }

    synchronized void close() {
        closed = true;
        held.ifPresent(Answer::release);
        held = Optional.empty();
    }
}
