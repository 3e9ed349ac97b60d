package io.authsvcs.acceptance;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Somebody else's service: a plain Spring Security resource server, which tells its callers as whom it knows them. */
final class ResourceServer implements AutoCloseable {
    private static final String PREFIX = "spring.security.oauth2.resourceserver.";

    private final ConfigurableApplicationContext context;

    private ResourceServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A server that was told this and nothing else; keys follow {@code spring.security.oauth2.resourceserver.}. */
    static ResourceServer configuredWith(Map<String, String> settings) {
        Map<String, Object> properties = new HashMap<>(Map.of("server.port", "0", "server.address", "127.0.0.1"));
        settings.forEach((key, value) -> properties.put(PREFIX + key, value));
        return new ResourceServer(new SpringApplicationBuilder(Page.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .properties(properties)
                .run());
    }

    /** What it answers to a bearer of this token. */
    Answer answerTo(String token) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        Client client = new Client(URI.create("http://127.0.0.1:" + port));
        return client.send(client.to("/").header("Authorization", "Bearer " + token));
    }

    @Override
    public void close() {
        context.close();
    }

    @RestController
    @EnableAutoConfiguration
    static class Page {
        record Known(String name, List<String> authorities) {}

        @GetMapping("/")
        Known whoAmI(Authentication caller) {
            List<String> authorities = caller.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .toList();
            return new Known(caller.getName(), authorities);
        }
    }
}
