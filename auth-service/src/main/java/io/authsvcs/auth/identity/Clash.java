package io.authsvcs.auth.identity;

/**
 * Somebody who is to be added brings a key of somebody else.
 *
 * @param place in the list of those who were to be added, from 0
 * @param ofSubject there is somebody of this subject, while the identifiers are another's
 * @param ofNumber the number is that of somebody who has neither the subject nor, where nobody has it, an identifier of
 *     theirs
 */
public record Clash(int place, boolean ofSubject, boolean ofNumber) {}
