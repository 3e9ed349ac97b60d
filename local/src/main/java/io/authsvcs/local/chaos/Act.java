package io.authsvcs.local.chaos;

/** What a trial does while the load goes on. It leaves everything whole. */
@FunctionalInterface
interface Act {
    void in(Scene scene);
}
