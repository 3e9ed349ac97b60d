package io.authsvcs.local.bench;

import java.util.List;

/** Processes that were started to be measured; they end with it. */
interface Stand extends AutoCloseable {
    List<Peer> peers();

    /** How its processes came up. */
    List<Start> starts();

    /** Sentences about how they are set up, for whoever doubts a figure. */
    List<String> settings();

    @Override
    void close();
}
