package io.authsvcs.local.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A connection that is kept, with as little as HTTP/1.1 needs: what costs nothing here is not measured there. */
final class Connection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int HEX = 16;

    private final Socket socket;
    private final InputStream in;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static Connection from(InetAddress source, URI door) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.bind(new InetSocketAddress(source, 0));
            socket.connect(new InetSocketAddress(door.getHost(), door.getPort()));
            return new Connection(socket);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    Answer ask(Question question) throws IOException {
        socket.getOutputStream().write(question.bytes());
        List<String> head = head();
        while (status(head) / 100 == 1) {
            head = head();
        }
        Answer bare = new Answer(status(head), head.subList(1, head.size()), "");
        boolean isBodiless = question.method().equals("HEAD") || bare.status() == 204 || bare.status() == 304;
        return isBodiless ? bare : new Answer(bare.status(), bare.headers(), body(bare));
    }

    private List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new IOException("An answer that begins with an empty line");
        }
        return lines;
    }

    private static int status(List<String> head) throws IOException {
        String first = head.getFirst();
        if (!first.matches("HTTP/1\\.[01] \\d{3}.*")) {
            throw new IOException("No answer of HTTP/1.1");
        }
        return Integer.parseInt(first, 9, 12, 10);
    }

    private String body(Answer head) throws IOException {
        if (head.values("Transfer-Encoding").anyMatch("chunked"::equalsIgnoreCase)) {
            return chunks();
        }
        String length = head.values("Content-Length").findFirst().orElse("0");
        return new String(exactly(Integer.parseInt(length)), UTF_8);
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            body.writeBytes(exactly(length));
            line();
        }
        line();
        return body.toString(UTF_8);
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), HEX);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("Half an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection has ended");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
