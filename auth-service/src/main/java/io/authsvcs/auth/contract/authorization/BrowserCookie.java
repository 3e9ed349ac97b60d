package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.flow.Opened;
import io.authsvcs.auth.http.SessionCookie;
import io.authsvcs.auth.session.SessionSettings;
import io.authsvcs.auth.token.SessionTokens;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What a browser is told to keep of a session (RFC 6265 §4.1). Written by hand: Spring's own would add a date by this
 * machine's clock.
 */
@Component
class BrowserCookie {
    private final SessionTokens sessionTokens;
    private final Duration kept;
    private final String secure;

    BrowserCookie(SessionTokens sessionTokens, SessionSettings sessions, AuthorizationSettings settings) {
        this.sessionTokens = sessionTokens;
        this.kept = sessions.persistentLifetime();
        this.secure = settings.cookieSecure() ? "; Secure" : "";
    }

    /** A browser may keep it for longer than the session lives, which knows its own end. */
    String of(Opened opened) {
        String token = sessionTokens.of(opened.turn().session()).text();
        return cookie(token, opened.turn().persistent() ? "; Max-Age=" + kept.toSeconds() : "");
    }

    /** None any more. */
    String gone() {
        return cookie("", "; Max-Age=0");
    }

    private String cookie(String value, String maxAge) {
        return SessionCookie.NAME + "=" + value + "; Path=/" + maxAge + secure + "; HttpOnly; SameSite=Lax";
    }
}
