package io.authsvcs.auth.credential;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HashingSettings.class, PasswordSettings.class})
class CredentialConfiguration {}
