/**
 * The product as its users meet it: {@code *IT} run real processes, through the same {@code Cluster} as {@code authctl}.
 * {@link io.authsvcs.acceptance.Client} is a caller, {@link io.authsvcs.acceptance.Answer} what it gets, and
 * {@link io.authsvcs.acceptance.SharedCluster} the cluster of all tests that leave it as they found it. Who else's software
 * must be content with us: {@code ResourceServer} (Spring Security), {@code Nginx}, jose in
 * {@code src/test/javascript}, and curl, by which {@code ContractExamplesIT} sends what documents print.
 */
@NullMarked
package io.authsvcs.acceptance;

import org.jspecify.annotations.NullMarked;
