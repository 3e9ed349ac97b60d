package io.authsvcs.local.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes on a connection of their own, and reads the first answer. */
final class Caller {
    /** More than a gateway gives a connection on which nothing ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final int PART = 8 * 1024;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})[ \r]");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d{1,9})(?:\r|$)");

    private final URI gateway;

    Caller(URI gateway) {
        this.gateway = gateway;
    }

    /** @param bodiless whether an answer has no body, whatever length it tells */
    Reply send(byte[] request, boolean bodiless) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            write(request, socket);
            return read(socket.getInputStream(), bodiless);
        } catch (SocketTimeoutException late) {
            return new Reply.Silence();
        } catch (IOException reset) {
            return new Reply.Closed();
        }
    }

    /** Who has refused a request may stop reading it. */
    private static void write(byte[] request, Socket socket) {
        try {
            socket.getOutputStream().write(request);
        } catch (IOException unread) {
            // Its answer may have come all the same.
            return;
        }
    }

    private static Reply read(InputStream in, boolean bodiless) throws IOException {
        ByteArrayOutputStream come = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        Optional<Reply> answer = Optional.empty();
        boolean ended = false;
        while (answer.isEmpty() && !ended) {
            int length = readPart(in, part, come.size() > 0);
            ended = length < 0;
            come.write(part, 0, Math.max(0, length));
            answer = answerIn(come.toString(ISO_8859_1), bodiless);
        }
        return answer.orElseGet(() -> come.size() == 0 ? new Reply.Closed() : new Reply.Garbage(come.toString(UTF_8)));
    }

    /** A reset behind the beginning of an answer ends it. */
    private static int readPart(InputStream in, byte[] part, boolean hasBegun) throws IOException {
        try {
            return in.read(part);
        } catch (SocketTimeoutException late) {
            throw late;
        } catch (IOException reset) {
            if (hasBegun) {
                return -1;
            }
            throw reset;
        }
    }

    /** The first that is no interim one (RFC 9110 §15.2), once it is whole. */
    private static Optional<Reply> answerIn(String come, boolean bodiless) {
        int end = come.indexOf(END_OF_HEAD);
        if (end < 0) {
            return Optional.empty();
        }
        String head = come.substring(0, end);
        String rest = come.substring(end + END_OF_HEAD.length());
        OptionalInt status = number(STATUS, head);
        if (status.isEmpty()) {
            return Optional.of(new Reply.Garbage(come));
        }
        if (status.getAsInt() < 200) {
            return answerIn(rest, bodiless);
        }
        int length = bodiless ? 0 : number(LENGTH, head).orElse(0);
        return rest.length() < length
                ? Optional.empty()
                : Optional.of(new Reply.Answer(
                        status.getAsInt(),
                        head,
                        new String(rest.substring(0, length).getBytes(ISO_8859_1), UTF_8)));
    }

    private static OptionalInt number(Pattern pattern, String head) {
        Matcher found = pattern.matcher(head);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
