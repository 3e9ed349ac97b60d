package io.authsvcs.common;

/** A setting that a process can't start with. */
public final class InvalidSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String cure;

    /**
     * Two sentences for the operator.
     *
     * @param problem what came and what was expected, without any secret
     * @param cure what to do, by the name that an operator knows the setting by
     */
    public InvalidSetting(String problem, String cure) {
        super(problem);
        this.cure = cure;
    }

    public String cure() {
        return cure;
    }

    /**
     * Ends the start unless this is so.
     *
     * @throws InvalidSetting with these two sentences
     */
    public static void require(boolean condition, String problem, String cure) {
        if (!condition) {
            throw new InvalidSetting(problem, cure);
        }
    }
}
