/**
 * HTTP/1.1 by hand, from whichever address of this machine, on a connection that is kept: {@link
 * io.authsvcs.local.http.Stranger} asks a {@link io.authsvcs.local.http.Question} and gets an {@link
 * io.authsvcs.local.http.Answer}, of which a {@link io.authsvcs.local.http.Witness} takes note.
 */
@NullMarked
package io.authsvcs.local.http;

import org.jspecify.annotations.NullMarked;
