/**
 * How the database is reached: {@link io.authsvcs.auth.persistence.Database} runs statements and transactions and tells
 * an absent database from a wrong statement; {@link io.authsvcs.auth.persistence.Presence} says whether it is away now;
 * {@link io.authsvcs.auth.persistence.CoalescedLookup} gathers the look-ups of many callers into few statements;
 * {@link io.authsvcs.auth.persistence.Migrations} brings the schema up to date, as the user who owns it, and {@code
 * InstanceRole} is the one who may do no more than serve. The SQL itself is in the rooms that it serves, in their {@code
 * *Rows}.
 */
@NullMarked
package io.authsvcs.auth.persistence;

import org.jspecify.annotations.NullMarked;
