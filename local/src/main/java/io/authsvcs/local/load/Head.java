package io.authsvcs.local.load;

import java.io.IOException;

/**
 * The beginning of an answer, of which a flood wants little.
 *
 * @param retryAfter seconds, 0 where it does not say
 * @param length of the body, in bytes
 */
record Head(int status, boolean saysWhen, int retryAfter, int length) {
    private static final String VERSION = "HTTP/1.1 ";
    private static final int STATUS_END = VERSION.length() + 3;
    private static final String LENGTH = "Content-Length:";
    private static final String RETRY_AFTER = "Retry-After:";
    private static final int UNKNOWN = -1;

    /** All of its lines, without the empty one. An answer without a length is not understood. */
    static Head parse(String lines) throws IOException {
        try {
            return parsed(lines);
        } catch (NumberFormatException noNumber) {
            throw new IOException("No number where there must be one: " + Excerpt.of(lines), noNumber);
        }
    }

    private static Head parsed(String lines) throws IOException {
        if (!lines.startsWith(VERSION) || lines.length() < STATUS_END) {
            throw new IOException("No answer of HTTP/1.1: " + Excerpt.of(lines));
        }
        Head start = new Head(Integer.parseInt(lines, VERSION.length(), STATUS_END, 10), false, 0, UNKNOWN);
        Head head = lines.lines().skip(1).reduce(start, Head::with, (one, other) -> other);
        if (head.length() == UNKNOWN) {
            throw new IOException("An answer of " + head.status() + " without Content-Length");
        }
        return head;
    }

    private Head with(String line) {
        if (has(line, LENGTH)) {
            return new Head(status, saysWhen, retryAfter, number(line, LENGTH));
        }
        return has(line, RETRY_AFTER) ? new Head(status, true, number(line, RETRY_AFTER), length) : this;
    }

    private static boolean has(String line, String name) {
        return line.regionMatches(true, 0, name, 0, name.length());
    }

    private static int number(String line, String name) {
        return Integer.parseInt(line.substring(name.length()).strip());
    }
}
