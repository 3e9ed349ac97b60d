/**
 * Tokens and the keys behind them. {@link io.authsvcs.auth.token.AccessTokens} issues and verifies JWTs with the keys of
 * the {@code KeyRing}, which {@link io.authsvcs.auth.token.SigningKeys} fills from the database and {@code KeyWatch} keeps
 * filled; {@link io.authsvcs.auth.token.KeySuccession} is how one key follows another. Private halves are encrypted under
 * a {@code MasterKey} from outside. {@link io.authsvcs.auth.token.RefreshTokens} and
 * {@link io.authsvcs.auth.token.ActionTokens} are opaque, derived and kept nowhere. Nobody else knows the JWT library.
 */
@NullMarked
package io.authsvcs.auth.token;

import org.jspecify.annotations.NullMarked;
