/**
 * Who is there: a Eureka server, tuned for seconds, that talks to nobody without credentials. Open
 * {@code application.yaml} first: it names every variable and interval, and says why.
 *
 * <p>{@code RegistrySettings} checks what was set; what it refuses becomes one sentence through
 * {@code InvalidSettingAnalyzer}. {@code Access} guards the port, comparing passwords through {@code OneTimeHash}.
 * {@code Peering} tells Eureka who its peers are and gives every call to one of them {@code PeerCredentials}.
 * {@code LeaseLog} writes down who came and went.
 */
@NullMarked
package io.authsvcs.registry;

import org.jspecify.annotations.NullMarked;
