/**
 * When this instance may be used, and how it leaves. {@link io.authsvcs.auth.startup.Startup} migrates, loads the keys,
 * makes the administrator and warms up, waiting for whatever is not there yet; only then {@code Availability} tells the
 * registry UP, and {@code Admission} lets requests in. It keeps the {@link io.authsvcs.common.Word} that gateways read,
 * and that operators change by draining, at {@code InstanceEndpoint}. {@code GracefulLeave} gives the gateways time to
 * look away before the server stops, and {@code Farewell} ends the connections that are left.
 */
@NullMarked
package io.authsvcs.auth.startup;

import org.jspecify.annotations.NullMarked;
