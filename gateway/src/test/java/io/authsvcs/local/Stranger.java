package io.authsvcs.local;

/** Stands for a module that the gateway must not know. */
public interface Stranger {}
