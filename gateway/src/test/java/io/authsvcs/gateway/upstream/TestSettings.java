package io.authsvcs.gateway.upstream;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are when nobody sets any. */
final class TestSettings {
    private TestSettings() {}

    static UpstreamSettings standard() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("gateway.upstream", UpstreamSettings.class);
    }
}
