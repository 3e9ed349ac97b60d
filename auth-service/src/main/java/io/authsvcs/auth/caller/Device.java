package io.authsvcs.auth.caller;

/**
 * What a browser shows that says it has logged somebody in before; whether that is so is another question. Never logged.
 */
public record Device(String text) {
    @Override
    public String toString() {
        return "Device[…]";
    }
}
