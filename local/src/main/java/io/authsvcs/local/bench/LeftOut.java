package io.authsvcs.local.bench;

/**
 * Somebody who could not be measured.
 *
 * @param why a sentence
 * @param cure another: how to have it next time
 */
record LeftOut(String peer, String why, String cure) {}
