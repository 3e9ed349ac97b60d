package io.authsvcs.local.breach;

import io.authsvcs.common.BreachListHeader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a list: a password, or its SHA-1 in hexadecimal digits, perhaps with a colon and how often it was seen, as Have
 * I Been Pwned publishes them.
 *
 * @param seen how often; 1 where the list doesn't say
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it only travels from a line into the filter.
record BreachedPassword(byte[] digest, long seen) {
    private static final Pattern HASHED = Pattern.compile("(\\p{XDigit}{40})(?::(\\d{1,18}))?");

    /** @param line of which each char is a byte; empty where it is no text at all */
    static Optional<BreachedPassword> parse(String line) {
        Matcher hashed = HASHED.matcher(line.strip());
        return hashed.matches() ? Optional.of(ofHash(hashed)) : ofText(line);
    }

    private static BreachedPassword ofHash(Matcher hashed) {
        long seen = Optional.ofNullable(hashed.group(2)).map(Long::parseLong).orElse(1L);
        return new BreachedPassword(HexFormat.of().parseHex(hashed.group(1)), seen);
    }

    /** In the form in which instances look it up. */
    private static Optional<BreachedPassword> ofText(String line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BreachedPassword(
                            BreachListHeader.digest(Normalizer.normalize(text, Normalizer.Form.NFC)), 1));
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BreachedPassword[…]";
    }
}
