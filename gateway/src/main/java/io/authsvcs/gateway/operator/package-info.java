/**
 * What operators see of the gateway: {@code RouterApi} answers the public part on the gateway's own URL,
 * {@code InstancesEndpoint} shows every instance on the management port.
 */
@NullMarked
package io.authsvcs.gateway.operator;

import org.jspecify.annotations.NullMarked;
