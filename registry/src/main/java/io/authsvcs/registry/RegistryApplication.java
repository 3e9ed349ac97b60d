package io.authsvcs.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/** The process {@code registry}. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableEurekaServer
@EnableConfigurationProperties(RegistrySettings.class)
public class RegistryApplication {
    public static void main(String[] args) {
        SpringApplication.run(RegistryApplication.class, args);
    }
}
