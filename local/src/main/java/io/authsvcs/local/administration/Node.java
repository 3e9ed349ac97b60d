package io.authsvcs.local.administration;

/**
 * An instance as a gateway has counted what became of its requests there.
 *
 * @param requests tries that have ended
 * @param retries tries that began because another instance had failed the request
 */
public record Node(String id, long requests, long retries) {}
