package io.authsvcs.auth.outbox;

import io.authsvcs.auth.action.ActionId;
import java.util.UUID;

/**
 * A message that somebody has taken for delivery.
 *
 * @param recipient an e-mail address, as its owner typed it
 * @param action what it allows
 * @param tries how often it was taken, this time included: which also tells whose turn it is, should a slow postman meet the
 *     next one
 */
record Message(UUID id, String recipient, ActionId action, int tries) {}
