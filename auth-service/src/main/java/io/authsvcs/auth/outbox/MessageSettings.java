package io.authsvcs.auth.outbox;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What messages say, and how often they are tried.
 *
 * @param publicUrl what links in messages begin with; blank where messages carry the token alone. It is never taken from a
 *     request, whose sender could choose it
 * @param activatePath the page that takes an activation token, as {@code ?token=}
 * @param resetPath the page that takes a reset token, as {@code ?token=}
 * @param tries after which a message is given up
 */
@ConfigurationProperties("auth.messages")
record MessageSettings(String publicUrl, String activatePath, String resetPath, int tries) {
    MessageSettings {
        require(
                publicUrl.isBlank() || isWeb(publicUrl),
                "AUTH_PUBLIC_URL is no address of a web site: " + publicUrl,
                "Set it to one such as https://example.com, without a query.");
        require(
                List.of(activatePath, resetPath).stream().allMatch(path -> path.matches("/[!-~&&[^?#]]*")),
                "A link can't lead to " + activatePath + " or " + resetPath + ".",
                "Set auth.messages.activate-path and auth.messages.reset-path to paths such as /activate.");
        require(tries > 0, "Messages would never be sent.", "Set auth.messages.tries to 20 or so.");
    }

    /** A link that brings the token along; absent where no web site is known. */
    Optional<String> link(Purpose purpose, String token) {
        return Optional.of(publicUrl)
                .filter(url -> !url.isBlank())
                .map(url -> url.replaceFirst("/+$", "") + path(purpose) + "?token=" + token);
    }

    private String path(Purpose purpose) {
        return switch (purpose) {
            case ACTIVATE -> activatePath;
            case RESET_PASSWORD -> resetPath;
        };
    }

    private static boolean isWeb(String url) {
        try {
            URI parts = new URI(url);
            return List.of("http", "https").contains(String.valueOf(parts.getScheme()))
                    && parts.getHost() != null
                    && parts.getRawUserInfo() == null
                    && parts.getRawQuery() == null
                    && parts.getRawFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
