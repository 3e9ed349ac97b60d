package io.authsvcs.auth;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.netflix.appinfo.InstanceInfo;
import io.jsonwebtoken.JwtBuilder;
import io.r2dbc.spi.Connection;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Breaks every rule of {@link ArchitectureTest}, to show that each is enforced. */
record Canary(
        JwtBuilder token,
        Connection persistence,
        PasswordEncoder credential,
        TimeBasedOneTimePasswordGenerator factor,
        HttpStatus api,
        InstanceInfo registry) {}
