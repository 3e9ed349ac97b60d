/**
 * How authctl looks. A {@link io.authsvcs.local.console.Console} is where its words go; it picks {@link
 * io.authsvcs.local.console.LiveProgress} for a terminal and {@link io.authsvcs.local.console.PlainProgress} for
 * everything else; a {@link io.authsvcs.local.console.Meter} is the same for many bytes. What a person answers comes from
 * an {@link io.authsvcs.local.console.Input}. {@link io.authsvcs.local.console.Table} aligns columns, {@link
 * io.authsvcs.local.console.Quantities} writes seconds and bytes, {@link io.authsvcs.local.console.Follower} reads logs
 * as they grow.
 *
 * <p>Open {@code Console} first.
 */
@NullMarked
package io.authsvcs.local.console;

import org.jspecify.annotations.NullMarked;
