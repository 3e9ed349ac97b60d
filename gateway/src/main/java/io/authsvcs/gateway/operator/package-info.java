/**
 * What operators see of the gateway, and may do. {@code RouterApi} answers the public part on the gateway's own URL. For
 * the rest, {@code LetOperatorsIn} has an instance say who asks ({@code VerifyRequest}), and lets {@code OperatorApi}
 * answer an {@code Operator}: open it first. A class each: {@code ListRoutes}, {@code ListServices}, {@code ListInstances},
 * {@code ShowStatistics}, {@code DirectInstance}; a {@code Reply} is what they answer. {@code InstancesEndpoint} shows the
 * same {@code InstanceView}s on the management port.
 */
@NullMarked
package io.authsvcs.gateway.operator;

import org.jspecify.annotations.NullMarked;
