/**
 * What an administrator does through the gateway, over HTTP and with a token, as any client of the admin API would. {@link
 * io.authsvcs.local.administration.Administration} leads to a door for each kind of thing: {@link
 * io.authsvcs.local.administration.Partners}, {@link io.authsvcs.local.administration.SigningKeys}, {@link
 * io.authsvcs.local.administration.Users}, {@link io.authsvcs.local.administration.AuditTrail}, {@link io.authsvcs.local.administration.Nodes}. All of them call through
 * {@code AdminApi}, which logs in when it has to; a {@code Reply} is an envelope taken apart.
 *
 * <p>Open {@code Administration} first.
 */
@NullMarked
package io.authsvcs.local.administration;

import org.jspecify.annotations.NullMarked;
