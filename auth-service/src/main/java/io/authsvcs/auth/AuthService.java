package io.authsvcs.auth;

import io.authsvcs.auth.persistence.MigrateOnly;
import io.authsvcs.common.EventLoops;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One instance of auth-svcs; told to {@code migrate}, a process that does that alone. */
@SpringBootApplication
public class AuthService {
    public static void main(String[] arguments) {
        if (List.of(arguments).contains(MigrateOnly.WORD)) {
            System.exit(MigrateOnly.run(arguments));
        }
        EventLoops.asManyAsProcessors();
        SpringApplication.run(AuthService.class, arguments);
    }
}
