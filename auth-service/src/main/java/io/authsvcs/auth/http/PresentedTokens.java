package io.authsvcs.auth.http;

import io.authsvcs.auth.flow.PresentedToken;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * What a request shows to prove that somebody is signed in: {@code Authorization: Bearer …} (RFC 6750 §2.1),
 * {@code Token …} (seed 003), {@code Bearer <partner token>, User <user token>} (seed 000's later calls), or the cookie of
 * seed 004.
 */
public final class PresentedTokens {
    private static final Pattern THROUGH_PARTNER =
            Pattern.compile("([^\\s,]+), ?User ([A-Za-z0-9]+)", Pattern.CASE_INSENSITIVE);

    private PresentedTokens() {}

    public static Optional<PresentedToken> find(ServerRequest request) {
        return inHeader(request).or(() -> SessionCookie.find(request).map(PresentedToken::of));
    }

    /** The same for a call that changes something by whatever method: no cookie where another site's page asks. */
    public static Optional<PresentedToken> findOfOwnSite(ServerRequest request) {
        return inHeader(request).or(() -> SessionCookie.findOfOwnSite(request).map(PresentedToken::of));
    }

    private static Optional<PresentedToken> inHeader(ServerRequest request) {
        return BearerToken.header(request, HttpHeaders.AUTHORIZATION).flatMap(PresentedTokens::ofScheme);
    }

    /** The same in a header that a document calls otherwise, or whose token it leaves bare (seed 002). */
    public static Optional<PresentedToken> findBare(ServerRequest request, String header) {
        return BearerToken.header(request, header)
                .flatMap(text -> ofScheme(text)
                        .or(() -> Optional.of(text.strip())
                                .filter(token -> !token.isEmpty() && token.indexOf(' ') < 0)
                                .map(PresentedToken::of)));
    }

    private static Optional<PresentedToken> ofScheme(String header) {
        return BearerToken.after(BearerToken.SCHEME, header)
                .map(PresentedTokens::read)
                .or(() -> BearerToken.after("Token ", header).map(PresentedToken::of));
    }

    private static PresentedToken read(String bearer) {
        // Nearly all are: a pattern takes longer to see that than everything else here together.
        return bearer.indexOf(',') < 0 ? PresentedToken.of(bearer) : readBoth(bearer);
    }

    private static PresentedToken readBoth(String bearer) {
        Matcher both = THROUGH_PARTNER.matcher(bearer);
        return both.matches()
                ? new PresentedToken(both.group(2), Optional.of(both.group(1)))
                : PresentedToken.of(bearer);
    }
}
