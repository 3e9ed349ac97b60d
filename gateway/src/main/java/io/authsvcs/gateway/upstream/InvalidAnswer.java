package io.authsvcs.gateway.upstream;

/** An instance's answer is whole, and not one that we can stand for. */
final class InvalidAnswer extends RuntimeException {
    InvalidAnswer(int status) {
        super("Status " + status + " without the JSON object that it should have", null, false, false);
    }
}
