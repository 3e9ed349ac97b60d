/**
 * The cluster that trials are held on. {@link io.authsvcs.local.ground.Ground} gives it what a trial {@link
 * io.authsvcs.local.ground.Needs}, a {@link io.authsvcs.local.ground.Newcomer} among its instances too, and has it as it
 * was afterwards.
 */
@NullMarked
package io.authsvcs.local.ground;

import org.jspecify.annotations.NullMarked;
