package io.authsvcs.auth.credential;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What new passwords are measured by.
 *
 * @param breachList a file that {@code authctl breach-list build} has made; blank for none
 */
@ConfigurationProperties("auth.passwords")
public record PasswordSettings(String breachList) {}
