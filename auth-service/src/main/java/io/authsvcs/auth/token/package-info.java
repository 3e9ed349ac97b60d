/**
 * Tokens and the keys behind them. {@link io.authsvcs.auth.token.AccessTokens} issues and verifies JWTs;
 * {@link io.authsvcs.auth.token.SigningKeys} holds the keys that all instances share, encrypted under a
 * {@link io.authsvcs.auth.token.MasterKey} from outside; a {@link io.authsvcs.auth.token.RefreshToken} is opaque and
 * only its hash is kept. Nobody else knows the JWT library.
 */
@NullMarked
package io.authsvcs.auth.token;

import org.jspecify.annotations.NullMarked;
