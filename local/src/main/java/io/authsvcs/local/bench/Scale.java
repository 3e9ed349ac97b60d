package io.authsvcs.local.bench;

/**
 * What so many instances ask of their database.
 *
 * @param statements for ten thousand validates
 */
record Scale(int instances, double statements) {
    private static final String PEER = "validate-by-";

    /** As the series of these instances is called. */
    static String peer(int instances) {
        return PEER + instances;
    }
}
