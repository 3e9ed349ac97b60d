package io.authsvcs.local.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** One kept connection, with as little as HTTP/1.1 needs: a client that costs much would measure itself. */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 2_048;
    private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(15).toMillis());
    private static final String VERSION = "HTTP/1.1 ";
    private static final int STATUS_END = VERSION.length() + 3;
    private static final String LENGTH = "content-length:";
    private static final String RETRY_AFTER = "retry-after:";

    private final Socket socket;
    private final InputStream answers;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.answers = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** @param retryAfter 0 where it does not say */
    record Head(int status, boolean saysWhen, int retryAfter, int length) {
        Head with(String line) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith(LENGTH)) {
                return new Head(status, saysWhen, retryAfter, number(header, LENGTH));
            }
            return header.startsWith(RETRY_AFTER) ? new Head(status, true, number(header, RETRY_AFTER), length) : this;
        }

        private static int number(String header, String name) {
            return Integer.parseInt(header.substring(name.length()).strip());
        }
    }

    static Wire to(URI server) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE);
            return new Wire(socket);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** Returns when the whole answer has come. An answer without a length is not understood. */
    Head ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        Head head = head();
        answers.skipNBytes(head.length());
        return head;
    }

    private Head head() throws IOException {
        String first = line();
        if (!first.startsWith(VERSION) || first.length() < STATUS_END) {
            throw new IOException("No answer of HTTP/1.1: " + Excerpt.of(first));
        }
        Head head = new Head(Integer.parseInt(first.substring(VERSION.length(), STATUS_END)), false, 0, -1);
        for (String line = line(); !line.isEmpty(); line = line()) {
            head = head.with(line);
        }
        if (head.length() < 0) {
            throw new IOException("An answer of " + head.status() + " without Content-Length");
        }
        return head;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended within an answer");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.UTF_8);
    }
}
