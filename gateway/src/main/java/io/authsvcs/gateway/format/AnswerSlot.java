package io.authsvcs.gateway.format;

import io.authsvcs.gateway.pipeline.Attribute;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where an instance's answer waits to be written. An answer that arrives after the request has ended, as when its caller
 * has left, is released.
 */
public final class AnswerSlot {
    public static final Attribute<AnswerSlot> ATTRIBUTE = new Attribute<>("answer slot", AnswerSlot.class);

    private Optional<Answer> held = Optional.empty();
    private boolean closed;

    /** In place of an earlier one. */
    public synchronized void put(Answer answer) {
        if (closed) {
            answer.release();
        } else {
            held.ifPresent(Answer::release);
            held = Optional.of(answer);
        }
    }

    /** Of the answer that waits, if there is one. */
    public synchronized OptionalInt status() {
        return held.stream().mapToInt(Answer::status).findFirst();
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
