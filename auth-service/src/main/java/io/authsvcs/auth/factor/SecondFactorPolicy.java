package io.authsvcs.auth.factor;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.session.Methods;
import java.util.Collection;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** For whom a password alone isn't enough. */
@Component
@EnableConfigurationProperties(SecondFactorSettings.class)
public class SecondFactorPolicy {
    private final Set<String> roles;

    SecondFactorPolicy(SecondFactorSettings settings) {
        this.roles = Set.copyOf(settings.roles());
    }

    /** Whether one of these roles can't be had without a second factor. */
    public boolean demandsOneOf(Collection<String> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** Whether somebody who logs in has to prove a second factor. */
    public boolean asks(Identity identity) {
        return identity.secondFactor() || demandsOneOf(identity.roles());
    }

    /** Whether a session that was opened so may be used by whoever has these roles now. */
    public boolean allows(Methods methods, Collection<String> held) {
        return methods.areTwoFactors() || !demandsOneOf(held);
    }
}
