/**
 * The second factor: codes of an authenticator (RFC 6238), and recovery codes for whoever has lost it. Open
 * {@link io.authsvcs.auth.factor.SecondFactors} first: it begins, confirms and removes, and spends codes, each once.
 * {@link io.authsvcs.auth.factor.SecondFactorPolicy} says who can't do without;
 * {@link io.authsvcs.auth.factor.Challenges} are logins that wait for a code. {@code Totp} alone knows the library.
 *
 * <p>All of it joins the caller's transaction, which holds the owner: no two of their codes are looked at together.
 */
@NullMarked
package io.authsvcs.auth.factor;

import org.jspecify.annotations.NullMarked;
