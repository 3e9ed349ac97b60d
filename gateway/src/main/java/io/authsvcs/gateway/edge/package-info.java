/**
 * What happens to a request before an instance hears of it, in the order of the steps: {@code NameRequest},
 * {@code CheckRequest}, {@code GuardHeaders} (with {@code TrustedProxies}), {@code KeyRequest}, {@code HoldBody} (with
 * {@code LargeBodies}). Open {@code GuardHeaders} first. {@code Leave} is how a gateway goes, with {@code SendAway}.
 * {@code Door} is what the server does for each connection, beneath the steps: {@code CallerConnections} bounds how many
 * there are, {@code StrictLines} and {@code StrictFraming} (with {@code Target}) refuse what could be read in two ways,
 * {@code ConnectionDeadline} ends those that only pretend to send a request, {@code LingeringClose} lets who is refused while
 * they are sending read why, {@code ShedReads} refuses what an overload
 * would only make wait; {@code EdgeSettings} has the limits.
 */
@NullMarked
package io.authsvcs.gateway.edge;

import org.jspecify.annotations.NullMarked;
