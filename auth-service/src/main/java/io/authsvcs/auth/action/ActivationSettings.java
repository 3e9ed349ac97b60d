package io.authsvcs.auth.action;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether somebody who registers has to prove their e-mail address first.
 *
 * @param required AUTH_ACTIVATION_REQUIRED
 */
@ConfigurationProperties("auth.activation")
public record ActivationSettings(boolean required) {}
