package io.authsvcs.auth.startup;

import io.authsvcs.auth.TestInstance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that is used for one request after the other, and shows every byte of the answers. */
final class KeptConnection implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final String END_OF_HEADERS = "\r\n\r\n";
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    private KeptConnection(Socket socket) {
        this.socket = socket;
    }

    static KeptConnection to(TestInstance instance) {
        try {
            URI url = URI.create(instance.url());
            Socket socket = new Socket(url.getHost(), url.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new KeptConnection(socket);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void get(String path) {
        send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    void post(String path, String json) {
        send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length() + END_OF_HEADERS + json);
    }

    private void send(String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next answer, whole; as much of it as there is where the other end has gone. */
    String answer() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            for (int read = in.read(); read >= 0; read = in.read()) {
                bytes.write(read);
                if (isWhole(bytes)) {
                    break;
                }
            }
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isWhole(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        int headers = text.indexOf(END_OF_HEADERS);
        Matcher length = LENGTH.matcher(text);
        return headers >= 0
                && length.find()
                && bytes.size() >= headers + END_OF_HEADERS.length() + Integer.parseInt(length.group(1));
    }

    /** Whether the other end has closed it, and has nothing more to say. */
    boolean isClosed() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
