package io.authsvcs.registry;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** HTTP Basic on every path of the registry's port; actuator, on a port of its own, answers probes without. */
@Configuration(proxyBeanMethods = false)
class Access {
    @Bean
    SecurityFilterChain everyCallHasCredentials(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.toAnyEndpoint())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.realmName("registry"))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing here is a page or a cookie that another site could make a browser send.
                .csrf(CsrfConfigurer::disable)
                .build();
    }

    @Bean
    OneTimeHash oneTimeHash() {
        return new OneTimeHash();
    }

    @Bean
    UserDetailsService knownCaller(RegistrySettings settings, OneTimeHash hash) {
        return new InMemoryUserDetailsManager(User.withUsername(settings.username())
                .password(hash.encode(settings.password()))
                .roles("CLUSTER")
                .build());
    }
}
