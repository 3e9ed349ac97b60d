package io.authsvcs.local.fuzz;

/**
 * A request, what came back, and what is wrong with that.
 *
 * @param number of the request, from 0: with the seed it says which
 */
public record Complaint(long number, String what, String request, String reply) {}
