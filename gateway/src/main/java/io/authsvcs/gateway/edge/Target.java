package io.authsvcs.gateway.edge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address in a request line (RFC 9112 §3.2). Of what RFC 3986 has no room for, the server would refuse the request, and
 * read on.
 */
final class Target {
    /** §3.2.2, up to the path; its group is the authority. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]+)");

    /** RFC 3986 §3.3, besides letters, digits and codes. */
    private static final String OF_PATHS = "-._~!$&'()*+,;=:@/";

    /** §3.4, and the brackets that are usual there. */
    private static final String OF_QUERIES = OF_PATHS + "?[]";

    private Target() {}

    /** Whether it names one path of the host that is asked for, or of none that it names itself. */
    static boolean isClear(String target, Optional<String> host) {
        Matcher absolute = ABSOLUTE.matcher(target);
        return absolute.lookingAt()
                ? host.filter(absolute.group(1)::equalsIgnoreCase).isPresent()
                        && isPathAndQuery(target.substring(absolute.end()))
                : target.startsWith("/") && isPathAndQuery(target);
    }

    private static boolean isPathAndQuery(String text) {
        int query = text.indexOf('?');
        return query < 0
                ? isOf(OF_PATHS, text)
                : isOf(OF_PATHS, text.substring(0, query)) && isOf(OF_QUERIES, text.substring(query + 1));
    }

    /** By hand: an expression for as much goes as deep as the text is long. */
    private static boolean isOf(String marks, String text) {
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            boolean fits = next == '%'
                    ? isHex(text, at + 1) && isHex(text, at + 2)
                    : isLetterOrDigit(next) || marks.indexOf(next) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && isLetterOrDigit(text.charAt(at));
    }

    private static boolean isLetterOrDigit(char next) {
        return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9');
    }
}
