/**
 * What OAuth 2.0 and OpenID Connect have documents for, answered as those have it, without our envelope. Open the classes
 * named {@code …Routes} first.
 */
@NullMarked
package io.authsvcs.auth.oauth;

import org.jspecify.annotations.NullMarked;
