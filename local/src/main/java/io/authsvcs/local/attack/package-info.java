/**
 * What somebody may try who means a cluster no good, done to one on purpose, and judged. {@link
 * io.authsvcs.local.attack.Trials} is the list; a {@link io.authsvcs.local.attack.Trial} says what it needs, and its {@code
 * Act} what it has measured: {@code Figure}s, each beside what is promised. {@link io.authsvcs.local.attack.Attack} sees to
 * what it needs, holds it, looks in all that was written for the secrets that it has used (the {@code Vault} has them, {@code
 * Leaks} looks), and puts the cluster back. Attackers have addresses of their own, by {@code Networks}.
 *
 * <p>What judges is apart from what measures, and is tested with made-up evidence: {@code Likeness} (can times be told
 * apart?), {@code Appearance} (can answers?), {@code Looked} (how many passwords were tried?), {@code Usage}, {@code Sieve}.
 *
 * <p>Open {@code Trial} first, then {@code Guessing}.
 */
@NullMarked
package io.authsvcs.local.attack;

import org.jspecify.annotations.NullMarked;
