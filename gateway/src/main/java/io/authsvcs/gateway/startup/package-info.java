/**
 * What happens before the first client can come. {@code WarmUp} walks the paths that clients will walk, behind a door of
 * its own, and only then does the web server open the gateway's.
 */
@NullMarked
package io.authsvcs.gateway.startup;

import org.jspecify.annotations.NullMarked;
