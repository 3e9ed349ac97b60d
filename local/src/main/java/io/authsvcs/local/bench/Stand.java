package io.authsvcs.local.bench;

import java.util.List;

/** Processes that were started to be measured. Whoever starts one says first how it ends, or an interruption would leave it. */
interface Stand {
    List<Peer> peers();

    /** How its processes came up. */
    List<Start> starts();

    /** Sentences about how they are set up, for whoever doubts a figure. */
    List<String> settings();
}
