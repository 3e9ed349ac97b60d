package io.authsvcs.local.load;

import java.util.regex.Pattern;

/** The beginning of a body, fit for a report: whatever is as long as a token is left out. */
public final class Excerpt {
    private static final int LENGTH = 400;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_.~+/=-]{25,}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Excerpt() {}

    public static String of(String body) {
        String line = BLANKS.matcher(SECRET.matcher(body).replaceAll("…"))
                .replaceAll(" ")
                .strip();
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
    }
}
