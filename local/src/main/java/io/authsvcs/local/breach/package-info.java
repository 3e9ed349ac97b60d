/**
 * Lists of breached passwords, made into files that instances read: {@link io.authsvcs.local.breach.BreachListBuild}. Of a
 * password nothing is kept but some bits of a Bloom filter, and none is ever printed.
 */
@NullMarked
package io.authsvcs.local.breach;

import org.jspecify.annotations.NullMarked;
