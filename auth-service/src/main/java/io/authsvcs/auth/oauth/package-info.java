/**
 * What OAuth 2.0 clients and resource servers ask for: introspection (RFC 7662) and revocation (RFC 7009) for partners,
 * and discovery (OpenID Connect).
 * Open {@link io.authsvcs.auth.oauth.OAuthRoutes} first. {@code CallingPartner} lets calls through that bring a partner's
 * credentials; what goes wrong on these paths is told as RFC 6749 §5.2 has it ({@code OAuthFaults}).
 */
@NullMarked
package io.authsvcs.auth.oauth;

import org.jspecify.annotations.NullMarked;
