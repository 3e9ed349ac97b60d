/**
 * The product measured beside others, in one run. A {@code Stand} has started processes; its {@code Peer}s are whom {@link
 * io.authsvcs.local.bench.Bench} has asked, by turns, once a {@code WarmUp} is over for each: {@code Wrk} asks, and says in a
 * {@code Burst} what it has seen; {@code CpuTime} says what that cost each process. With both a {@code Sample} is whole; a
 * {@code Series} has those of one peer, and {@code Ratios} sets medians in proportion: that is what outlives a machine, and
 * what is aimed at. {@code Limits} are for the rest. A {@code Round} is everybody's turn; {@code Growth} has its own.
 *
 * <p>Open {@code Ratios} first.
 */
@NullMarked
package io.authsvcs.local.bench;

import org.jspecify.annotations.NullMarked;
