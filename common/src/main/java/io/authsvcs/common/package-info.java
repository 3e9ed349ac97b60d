/**
 * What the gateway and the instances of auth-svcs have to agree on, and nothing else: the statuses that can occur with
 * their one sentence ({@link io.authsvcs.common.Status}), the envelope around every result
 * ({@link io.authsvcs.common.Envelope}), the headers between them ({@link io.authsvcs.common.HeaderNames}), what an
 * instance says of itself ({@link io.authsvcs.common.Word}), what an error looks like in each of the
 * {@linkplain io.authsvcs.common.Contract login APIs that others have documented}, how a setting is refused
 * ({@link io.authsvcs.common.InvalidSetting}), and which addresses a range holds
 * ({@link io.authsvcs.common.AddressRange}). With {@code authctl} the instances agree on a file of breached passwords
 * ({@link io.authsvcs.common.BreachListHeader}).
 *
 * <p>Open {@code Envelope} first. No framework is needed here, and Java 17 is enough: clients may link it.
 */
@NullMarked
package io.authsvcs.common;

import org.jspecify.annotations.NullMarked;
