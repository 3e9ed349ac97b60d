package io.authsvcs.auth.http;

import io.authsvcs.auth.caller.Device;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.token.DeviceTokens;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * The cookie by which a browser is known again to somebody who has logged in by it: strangers who guess their password don't
 * keep them out there. It lets nobody in. Written by hand, as Spring's own would add a date by this machine's clock.
 */
@Component
@EnableConfigurationProperties(DeviceSettings.class)
public class DeviceCookie {
    static final String NAME = "auth_device";

    private final DeviceTokens tokens;
    private final String attributes;

    DeviceCookie(DeviceTokens tokens, DeviceSettings settings) {
        this.tokens = tokens;
        this.attributes = "; Path=/; Max-Age=" + settings.knownFor().toSeconds()
                + (settings.cookieSecure() ? "; Secure" : "") + "; HttpOnly; SameSite=Lax";
    }

    /** For the answer to a login: the one that came with it where that is theirs, else another. */
    public String of(Subject subject, ServerRequest request) {
        return NAME + "=" + value(subject, request) + attributes;
    }

    private String value(Subject subject, ServerRequest request) {
        return find(request)
                .map(Device::text)
                .filter(text -> tokens.read(text, subject).isPresent())
                .orElseGet(() -> tokens.next(subject).text());
    }

    static Optional<Device> find(ServerRequest request) {
        return Optional.ofNullable(request.cookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .map(Device::new);
    }
}
