/**
 * What somebody may do once, who has got a message at their address: activate themselves, set another password. Open
 * {@link io.authsvcs.auth.action.Actions} first: it issues and uses, in the caller's transaction.
 * {@link io.authsvcs.auth.action.ActionId} names such a permission; the token that proves it is derived from the name
 * ({@link io.authsvcs.auth.token.ActionTokens}) when the message is written, and kept nowhere.
 */
@NullMarked
package io.authsvcs.auth.action;

import org.jspecify.annotations.NullMarked;
