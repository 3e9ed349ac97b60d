package io.authsvcs.local.nemesis;

/**
 * What somebody wants done.
 *
 * @param key under which it may be repeated
 * @param user the address
 * @param session by our own name: the one that it makes, turns or ends; empty where there is none
 * @param password the one that it proves or sets; empty where there is none
 */
record Intent(String key, Deed deed, String user, String session, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return deed.label() + " of " + user;
    }
}
