package io.authsvcs.common;

/** How many threads deal with connections. */
public final class EventLoops {
    /** Reactor Netty's, for servers and clients alike; it is looked at when the first of them is made. */
    static final String COUNT = "reactor.netty.ioWorkerCount";

    private static final int LEAST = 2;

    private EventLoops() {}

    /**
     * As many as processors, unless somebody has set another number. Reactor Netty has four at least, for which two
     * processors have no room.
     */
    public static void asManyAsProcessors() {
        if (System.getProperty(COUNT) == null) {
            System.setProperty(
                    COUNT, Integer.toString(Math.max(LEAST, Runtime.getRuntime().availableProcessors())));
        }
    }
}
