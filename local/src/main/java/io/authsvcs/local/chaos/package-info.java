/**
 * What may happen to a cluster, done to one on purpose, under load, and judged. {@link io.authsvcs.local.chaos.Trials} is
 * the list; a {@link io.authsvcs.local.chaos.Trial} says what it needs, what it does and what it promises. {@link
 * io.authsvcs.local.chaos.Chaos} sees to what it needs ({@code Ground}), holds the {@code Experiment} and puts the cluster
 * back. In an experiment the {@code Act} of the trial hurts and heals in a {@code Scene}, and says there what a look at
 * the status must show, and adds the {@code Figures} that it alone can measure; the {@code Judge} turns all that was counted into a {@link io.authsvcs.local.chaos.Finding}, and
 * {@link io.authsvcs.local.chaos.Report} tells of all of them, and of what the room {@code nemesis} found.
 *
 * <p>Open {@code Trial} first, then {@code Experiment}.
 */
@NullMarked
package io.authsvcs.local.chaos;

import org.jspecify.annotations.NullMarked;
