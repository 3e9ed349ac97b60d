package io.authsvcs.common;

/**
 * How a gateway asks an instance about the tokens of many callers at once: by POST to {@link #PATH}, a token on each line of
 * the body. The answer has a verdict on each line, in the order of the tokens and as {@code GET /v1/auth/validate} gives it;
 * an empty line where the instance failed at this token alone.
 */
public final class GatheredTokens {
    public static final String PATH = "/internal/validations";

    /** At most in one question: as many signatures that are seen for the first time take 10 ms. */
    public static final int MOST = 64;

    /** In characters. A longer one is asked about by itself. */
    public static final int LONGEST = 4 * 1024;

    private GatheredTokens() {}
}
