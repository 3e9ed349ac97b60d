/**
 * Seed 004: browsers log in and get a cookie, which is the session; {@code key} says who they are and lets nobody in. Begin
 * at {@code AuthorizationRoutes}: an endpoint a call. What is wrong with a body is told in the document's words and order
 * ({@code Sentences}); what a browser is to keep, {@code BrowserCookie} knows.
 */
@NullMarked
package io.authsvcs.auth.contract.authorization;

import org.jspecify.annotations.NullMarked;
