/**
 * What administrators may do over HTTP: {@code /v1/admin}. Open the {@code *Routes} first. Every call asks for the role
 * {@code admin} ({@link io.authsvcs.auth.http.SignedIn#answerAdministrator}), then reads, calls one flow, and renders.
 */
@NullMarked
package io.authsvcs.auth.admin;

import org.jspecify.annotations.NullMarked;
