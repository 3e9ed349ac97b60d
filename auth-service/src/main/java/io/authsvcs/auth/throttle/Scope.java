package io.authsvcs.auth.throttle;

import java.util.Locale;

/** What is counted together. Those that refuse do so until there is room; those that delay let in whoever comes again. */
enum Scope {
    /** Everything from one network. */
    NETWORK,
    /** The accounts that one network tries. */
    ACCOUNTS_OF_NETWORK,
    /** One account, from one network. */
    ACCOUNT_AND_NETWORK,
    /** One account, from anywhere: many networks may guess it. */
    ACCOUNT,
    /** One password, at any account, from anywhere. */
    PASSWORD,
    /** One account, from a browser that its owner is known by; in place of all others. */
    DEVICE,
    /** The codes of one account's second factor, from anywhere and whatever browser. */
    CODE;

    boolean delays() {
        return this == ACCOUNT || this == PASSWORD;
    }

    boolean refuses() {
        return !delays();
    }

    /** As metrics call it, and what rows are keyed by: {@code account-and-network}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
