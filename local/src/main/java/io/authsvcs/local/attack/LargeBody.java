package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/**
 * What became of a body that is too large.
 *
 * @param announced whether its length was said before
 * @param sent bytes of it, until there was an answer
 * @param status 0 where there was none
 */
record LargeBody(boolean announced, int sent, int status) {
    static final int SIZE = 10 << 20;

    private static final int LARGE = 413;
    private static final int UNAVAILABLE = 503;
    private static final int PART = 8 << 10;
    /** What is under way between the two is not read yet. */
    private static final int MOST_UNANNOUNCED = 128 << 10;

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int GLANCE_MILLIS = 100;
    private static final String HEAD =
            "POST /v1/auth/login HTTP/1.1\r\nHost: auth\r\nContent-Type: application/json\r\n";

    /** Waits after each part for what is answered. */
    static LargeBody send(URI gateway, boolean announced) {
        int sent = 0;
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setTcpNoDelay(true);
            write(HEAD + (announced ? "Content-Length: " + SIZE : "Transfer-Encoding: chunked") + "\r\n\r\n", socket);
            int status = answer(socket, announced ? PATIENCE_MILLIS : GLANCE_MILLIS);
            while (status == 0 && sent < SIZE) {
                write(announced ? "x".repeat(PART) : chunk(), socket);
                sent += PART;
                status = answer(socket, GLANCE_MILLIS);
            }
            return new LargeBody(announced, sent, status == 0 ? answer(socket, PATIENCE_MILLIS) : status);
        } catch (IOException reset) {
            return new LargeBody(announced, sent, 0);
        }
    }

    /** By an answer, and before more of it was read than is taken of any body. */
    boolean isRefusedInTime() {
        return (status == LARGE || status == UNAVAILABLE) && sent <= (announced ? 0 : MOST_UNANNOUNCED);
    }

    private static String chunk() {
        return Integer.toHexString(PART) + "\r\n" + "x".repeat(PART) + "\r\n";
    }

    private static void write(String text, Socket socket) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** The status; 0 while there is none. */
    private static int answer(Socket socket, int patienceMillis) throws IOException {
        try {
            socket.setSoTimeout(patienceMillis);
            String begin = new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
            return begin.matches("HTTP/1\\.1 \\d{3}") ? Integer.parseInt(begin, 9, 12, 10) : 0;
        } catch (SocketTimeoutException none) {
            return 0;
        }
    }
}
