package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.common.HeaderNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Whether a browser says that a page of another site asks: by {@code Sec-Fetch-Site} (W3C Fetch Metadata), and where it
 * doesn't know that, by an {@code Origin} (RFC 6454 §7) that isn't the host asked. By both, another host of the same site is
 * another site: who runs it need not be who runs this one.
 */
public final class CrossSite {
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    /** The last is what somebody typed, or had among their bookmarks. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private CrossSite() {}

    /** @throws Fault where it is so */
    public static void refuse(ServerRequest request) {
        if (asks(request)) {
            throw new Fault(FaultCode.CROSS_SITE);
        }
    }

    static boolean asks(ServerRequest request) {
        Optional<String> site = header(request, FETCH_SITE);
        return site.isPresent()
                ? site.filter(OWN::contains).isEmpty()
                : header(request, HttpHeaders.ORIGIN)
                        .filter(origin -> !isOfHost(origin, request))
                        .isPresent();
    }

    private static boolean isOfHost(String origin, ServerRequest request) {
        return authority(origin).equals(host(request));
    }

    /** Behind a gateway, which alone sees what the browser asked for, it tells. */
    private static Optional<String> host(ServerRequest request) {
        return header(request, HeaderNames.HOST).or(() -> header(request, HttpHeaders.HOST));
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getRawAuthority());
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(ServerRequest request, String name) {
        return Optional.ofNullable(request.headers().firstHeader(name));
    }
}
