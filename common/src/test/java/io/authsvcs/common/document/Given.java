package io.authsvcs.common.document;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What has to be true before an example is sent, as its line {@code Given:} calls it. */
public enum Given {
    /** None of the document's people exists. */
    NOBODY("nobody"),
    /** The document's people, as its import has them. */
    USER("a user"),
    NOT_ACTIVATED("a user not activated"),
    DISABLED("a disabled user"),
    DELETED("a deleted user"),
    /** The user, to whom the document's first example was answered: {@code <path>} is what stands there in its answer. */
    SIGNED_IN("signed in"),
    /** {@code <partner token>} is that of a partner who has been disabled. */
    DISABLED_PARTNER("a disabled partner"),
    /** The same was sent too often just before. */
    OVER_THE_LIMIT("over the limit"),
    /** The gateway knows of no instance. */
    NO_INSTANCE("no instance");

    private final String label;

    Given(String label) {
        this.label = label;
    }

    static Given parse(String label) {
        return Arrays.stream(values())
                .filter(given -> given.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"Given: " + label + "\" is none of " + vocabulary()));
    }

    private static String vocabulary() {
        return Arrays.stream(values()).map(given -> given.label).collect(Collectors.joining(", "));
    }

    /** Whether it is the gateway's affair alone, of which an instance knows nothing. */
    public boolean isOfTheGateway() {
        return this == OVER_THE_LIMIT || this == NO_INSTANCE;
    }
}
