package io.authsvcs.gateway.operator;

import io.authsvcs.common.Status;

/**
 * What an operator is answered.
 *
 * @param result what stands in the envelope
 */
record Reply(Status status, Object result) {
    record Reason(String reason) {}

    static Reply ok(Object result) {
        return new Reply(Status.OK, result);
    }

    static Reply refusal(Status status, String reason) {
        return new Reply(status, new Reason(reason));
    }
}
