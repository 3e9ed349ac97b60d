/**
 * Requests that nobody should send. {@link io.authsvcs.local.fuzz.Fuzz} (open it first) takes the {@code Documented} ones,
 * has {@code Mutations} spoil each by what a seed picks, sends it by a {@code Caller} as bare bytes, and has a {@code Judge}
 * say what is wrong with the answer, if anything: its status, its {@code Shape}, or what it tells of the inside. A {@link
 * io.authsvcs.local.fuzz.Tally} counts, and keeps the first {@link io.authsvcs.local.fuzz.Complaint}s.
 */
@NullMarked
package io.authsvcs.local.fuzz;

import org.jspecify.annotations.NullMarked;
