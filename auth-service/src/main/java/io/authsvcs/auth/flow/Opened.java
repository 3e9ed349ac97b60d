package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.SessionTurn;

/** Somebody and a turn of their session, of which tokens of any kind can be made. */
public record Opened(Identity identity, SessionTurn turn) {}
