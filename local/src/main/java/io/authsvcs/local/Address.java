package io.authsvcs.local;

/** Where a process of the cluster listens. */
public record Address(String host, int port) {}
