package io.authsvcs.local.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers each HTTP/1.1 request with status 500, and reads just as much of it as that takes. */
final class Refusals {
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String END_OF_CHUNKS = "0\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d{1,9})\\s*$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding: *chunked\\s*$");
    private static final byte[] ANSWER = ("HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 17\r\n\r\n{\"error\":\"drill\"}")
            .getBytes(StandardCharsets.US_ASCII);

    private final OutputStream client;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    Refusals(OutputStream client) {
        this.client = client;
    }

    /** Takes some more bytes; always goes on. */
    boolean answer(byte[] bytes, int count) throws IOException {
        received.write(bytes, 0, count);
        for (int end = endOfFirst(); end > 0; end = endOfFirst()) {
            forget(end);
            client.write(ANSWER);
        }
        return true;
    }

    /** Where the first request ends; 0 while it is not whole. */
    private int endOfFirst() {
        String text = received.toString(StandardCharsets.ISO_8859_1);
        int head = text.indexOf(END_OF_HEAD) + END_OF_HEAD.length();
        if (head < END_OF_HEAD.length()) {
            return 0;
        }
        int end = CHUNKED.matcher(text.substring(0, head)).find() ? endOfChunks(text, head) : head + length(text, head);
        return end <= text.length() ? end : 0;
    }

    private static int endOfChunks(String text, int head) {
        int last = text.indexOf(END_OF_CHUNKS, head);
        return last < 0 ? 0 : last + END_OF_CHUNKS.length();
    }

    private static int length(String text, int head) {
        Matcher length = LENGTH.matcher(text.substring(0, head));
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private void forget(int count) {
        byte[] all = received.toByteArray();
        received.reset();
        received.write(all, count, all.length - count);
    }
}
