package io.authsvcs.benchmark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One route to one backend, by application.yaml, and nothing that its defaults are not. */
@SpringBootApplication
public class BareGateway {
    public static void main(String[] arguments) {
        SpringApplication.run(BareGateway.class, arguments);
    }
}
