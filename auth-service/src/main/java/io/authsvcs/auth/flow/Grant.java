package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.token.IssuedToken;
import io.authsvcs.auth.token.RefreshToken;

/** What somebody gets who has proved who they are. */
public record Grant(Subject subject, IssuedToken accessToken, RefreshToken refreshToken) {}
