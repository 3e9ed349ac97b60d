package io.authsvcs.auth.throttle;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Password;

/** Somebody is about to have a password checked. */
public record Try(Account account, Password password, Caller caller) {}
