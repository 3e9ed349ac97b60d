package io.authsvcs.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One instance of auth-svcs. */
@SpringBootApplication
public class AuthService {
    public static void main(String[] arguments) {
        SpringApplication.run(AuthService.class, arguments);
    }
}
