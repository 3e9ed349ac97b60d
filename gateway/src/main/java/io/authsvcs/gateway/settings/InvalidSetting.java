package io.authsvcs.gateway.settings;

/** A setting with which the gateway can't start. */
public final class InvalidSetting extends RuntimeException {
    private final String cure;

    /**
     * Two sentences for the operator.
     *
     * @param cause a sentence that says what is wrong, without any secret
     * @param cure a sentence that says what to do
     */
    public InvalidSetting(String cause, String cure) {
        super(cause);
        this.cure = cure;
    }

    String cure() {
        return cure;
    }

    /**
     * Ends the start unless this is so.
     *
     * @throws InvalidSetting with these two sentences
     */
    public static void require(boolean condition, String cause, String cure) {
        if (!condition) {
            throw new InvalidSetting(cause, cure);
        }
    }
}
