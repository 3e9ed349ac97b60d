package io.authsvcs.auth;

import io.authsvcs.common.EventLoops;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One instance of auth-svcs. */
@SpringBootApplication
public class AuthService {
    public static void main(String[] arguments) {
        EventLoops.asManyAsProcessors();
        SpringApplication.run(AuthService.class, arguments);
    }
}
