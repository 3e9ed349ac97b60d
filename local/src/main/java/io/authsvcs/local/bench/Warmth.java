package io.authsvcs.local.bench;

import java.time.Duration;

/**
 * What it took to warm a peer up.
 *
 * @param isWarm whether it had ceased to get faster when there was no more time for it
 */
record Warmth(String peer, long served, Duration length, boolean isWarm) {
    static Warmth of(Peer peer, WarmUp warmUp) {
        return new Warmth(peer.name(), warmUp.served(), warmUp.length(), warmUp.isWarm());
    }
}
