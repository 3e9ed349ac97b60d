package io.authsvcs.registry;

/** A setting that stops the start; the message says which, why, and what to set instead. */
final class RefusedSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    RefusedSetting(String sentence) {
        super(sentence);
    }
}
