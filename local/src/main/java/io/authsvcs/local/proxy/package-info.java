/**
 * Everything that can go wrong between two processes, on demand: a {@link io.authsvcs.local.proxy.Proxy} forwards TCP
 * connections to a target, and treats them as its {@link io.authsvcs.local.proxy.Mode} says, which can change at any
 * moment, for open connections too. Each connection is a {@code Link} of two directions, {@code Requests} and {@code
 * Answers}, each in a virtual thread; both ask the {@code Switch} before they do anything.
 *
 * <p>Open {@code Proxy} first.
 */
@NullMarked
package io.authsvcs.local.proxy;

import org.jspecify.annotations.NullMarked;
