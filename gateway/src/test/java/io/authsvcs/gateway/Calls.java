package io.authsvcs.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;

/** What callers have asked of an instance, as opposed to the gateway, which asks how it is. */
public final class Calls {
    private static final String INTERNAL = "/internal/";

    private Calls() {}

    public static RequestPatternBuilder anyCall() {
        return anyRequestedFor(urlMatching("(?!" + INTERNAL + ").*"));
    }

    /** The latest first. */
    static List<LoggedRequest> at(WireMockServer instance) {
        return instance.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .filter(request -> !request.getUrl().startsWith(INTERNAL))
                .toList();
    }
}
