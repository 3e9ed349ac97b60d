package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Seed 004's session cookie. A browser sends it without being asked to, so that what a page of another site has it do is
 * refused where it changes anything.
 */
public final class SessionCookie {
    public static final String NAME = "auth_session";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SessionCookie() {}

    /** @throws Fault where it comes with a change that another site's page asks for */
    static Optional<String> find(ServerRequest request) {
        Optional<String> cookie = valueIn(request);
        if (cookie.isPresent() && !SAFE.contains(request.method())) {
            CrossSite.refuse(request);
        }
        return cookie;
    }

    /** Nothing where another site's page asks, whatever the method. */
    static Optional<String> findOfOwnSite(ServerRequest request) {
        return valueIn(request).filter(cookie -> !CrossSite.asks(request));
    }

    /** As they came, whoever asks. */
    static List<String> valuesIn(ServerRequest request) {
        return request.cookies().getOrDefault(NAME, List.of()).stream()
                .map(HttpCookie::getValue)
                .toList();
    }

    private static Optional<String> valueIn(ServerRequest request) {
        List<String> values = valuesIn(request);
        if (values.size() > 1) {
            throw new Fault(FaultCode.SEVERAL_COOKIES);
        }
        return values.stream().findFirst().filter(value -> !value.isEmpty());
    }
}
