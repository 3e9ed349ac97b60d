/**
 * Seed 000: a partner logs its users in, and each gets a key for it that lasts until their password changes. One call,
 * {@code POST /auth}: begin at {@link io.authsvcs.auth.contract.altegio.AuthEndpoint}, which asks who the partner is, which
 * version of the answer it reads ({@code AcceptedVersion}), and only then what it wants.
 */
@NullMarked
package io.authsvcs.auth.contract.altegio;

import org.jspecify.annotations.NullMarked;
