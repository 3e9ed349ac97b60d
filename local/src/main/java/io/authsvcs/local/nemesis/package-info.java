/**
 * Nothing that was acknowledged is lost, whoever dies. {@link io.authsvcs.local.nemesis.Nemesis} kills processes of a
 * cluster, one after the other, while each {@code Client} does {@code Deed}s for users of its own; what it begins, and
 * what it was answered, is in the {@code Journal} first, on disk, an {@code Entry} each. At the end the journal is read
 * again: the {@code Ledger} has what must be so by it, a {@code History} a user, and the {@code Replay} asks the cluster
 * whether it is so ({@code PasswordQuestions}, {@code SessionQuestions}, {@code AuditQuestions}). An {@link
 * io.authsvcs.local.nemesis.Outcome} tells of it.
 *
 * <p>Open {@code Nemesis} first, then {@code History}.
 */
@NullMarked
package io.authsvcs.local.nemesis;

import org.jspecify.annotations.NullMarked;
