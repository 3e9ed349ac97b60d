/**
 * What authctl understands: {@link io.authsvcs.local.command.Authctl} is the top command with the list of all, and each
 * other {@code *Command} is one of them, as thin as it can be over {@link io.authsvcs.local.Cluster}; those of {@code
 * partners} and {@code keys} are the methods of one class each. {@code ExitCode} lists how they
 * can end. {@code Misunderstanding} answers a command line that makes no sense, {@code Complaints} what went wrong.
 *
 * <p>Open {@code Authctl} first.
 */
@NullMarked
package io.authsvcs.local.command;

import org.jspecify.annotations.NullMarked;
