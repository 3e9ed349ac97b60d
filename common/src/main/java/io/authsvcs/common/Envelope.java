package io.authsvcs.common;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The outer JSON of every answer: {@code {"statusCode":200,"statusMessage":"OK","statusDescription":"…","result":{…}}}.
 *
 * <p>It is put around a result as bytes, so that no result is parsed or copied on its way: {@link #prefix}, the result
 * as it came, {@link #suffix}. A result is always a JSON object.
 */
public final class Envelope {
    private static final byte[] SUFFIX = "}".getBytes(StandardCharsets.UTF_8);
    private static final Map<Status, byte[]> PREFIXES = new EnumMap<>(
            Arrays.stream(Status.values()).collect(Collectors.toMap(Function.identity(), Envelope::render)));

    private Envelope() {}

    /** The bytes before a result, in UTF-8. */
    public static byte[] prefix(Status status) {
        return prefixOf(status).clone();
    }

    /** The bytes after a result, in UTF-8. */
    public static byte[] suffix() {
        return SUFFIX.clone();
    }

    /** How many bytes the envelope adds to a result. */
    public static int overhead(Status status) {
        return prefixOf(status).length + SUFFIX.length;
    }

    private static byte[] prefixOf(Status status) {
        byte[] prefix = PREFIXES.get(status);
        if (prefix == null) {
            throw new IllegalStateException("No envelope for " + status);
        }
        return prefix;
    }

    private static byte[] render(Status status) {
        return ("{\"statusCode\":" + status.code() + ",\"statusMessage\":\"" + status.message()
                        + "\",\"statusDescription\":\"" + status.description() + "\",\"result\":")
                .getBytes(StandardCharsets.UTF_8);
    }
}
