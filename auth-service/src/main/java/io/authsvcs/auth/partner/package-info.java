/**
 * Machine clients with tokens of their own. {@link io.authsvcs.auth.partner.Partners} is the door: it finds whose a token is,
 * as the database has it at that moment, in few statements for any number of callers, and caches nothing.
 * {@link io.authsvcs.auth.partner.PartnerToken} says what a token is made of; only its SHA-256 is kept.
 */
@NullMarked
package io.authsvcs.auth.partner;

import org.jspecify.annotations.NullMarked;
