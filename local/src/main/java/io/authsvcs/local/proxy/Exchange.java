package io.authsvcs.local.proxy;

import java.nio.charset.StandardCharsets;

/** How far a connection is with a request and its answer; each begins when the other one has. */
final class Exchange {
    private static final int LONGEST_BEGINNING = 200;

    private long asked;
    private long answered;
    private String beginning = "";

    /** So many bytes of a request come. */
    synchronized void ask(byte[] bytes, int count) {
        if (asked == 0) {
            beginning = new String(bytes, 0, Math.clamp(count, 0, LONGEST_BEGINNING), StandardCharsets.ISO_8859_1);
        }
        answered = 0;
        asked += count;
    }

    /** So many bytes of an answer come. */
    synchronized void answer(int count) {
        asked = 0;
        answered += count;
    }

    /** Bytes of the request that is under way. */
    synchronized long asked() {
        return asked;
    }

    /** Bytes of the answer that is under way. */
    synchronized long answered() {
        return answered;
    }

    /** Of the last request. */
    synchronized String beginning() {
        return beginning;
    }
}
