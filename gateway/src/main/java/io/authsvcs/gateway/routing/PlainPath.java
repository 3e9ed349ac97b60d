package io.authsvcs.gateway.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriUtils;

/**
 * A path as it is written, of which nothing is decoded and nothing taken away: what a rule in front of the gateway says of
 * a path holds for that path alone.
 */
final class PlainPath {
    private static final PathContainer.Options AS_IT_IS = PathContainer.Options.create('/', false);

    /** Empty and dot segments, parameters, backslashes; controls, and any of these or a percent sign under a code. */
    private static final Pattern ANOTHER_PATH =
            Pattern.compile("(?i)//|[;\\\\]|(?:^|/)(?:\\.|%2e){1,2}(?:/|$)|%(?:[01].|25|2f|3b|5c|7f)");

    private static final char UNREADABLE = '\uFFFD';

    private PlainPath() {}

    /** Whether some reader may take it for another path, or for none. */
    static boolean isAmbiguous(String path) {
        return ANOTHER_PATH.matcher(path).find() || !isReadable(path);
    }

    private static boolean isReadable(String path) {
        try {
            return UriUtils.decode(path, UTF_8).indexOf(UNREADABLE) < 0;
        } catch (IllegalArgumentException noCode) {
            return false;
        }
    }

    static PathContainer parse(String path) {
        return PathContainer.parsePath(path, AS_IT_IS);
    }
}
