package io.authsvcs.local.proxy;

import java.io.IOException;
import java.net.Socket;

/** From the client to the server. */
record Requests(Socket client, Socket server, Switch mode, Exchange exchange) {
    private static final int CHUNK = 8_192;

    void run() throws IOException, InterruptedException {
        byte[] bytes = new byte[CHUNK];
        Refusals refusals = new Refusals(client.getOutputStream());
        int count = read(bytes);
        while (count > 0 && forward(bytes, count, refusals)) {
            count = read(bytes);
        }
    }

    private int read(byte[] bytes) throws IOException, InterruptedException {
        mode.awaitOther(Mode::holdsRequests);
        return client.getInputStream().read(bytes);
    }

    /** Whether it goes on. What was read while the mode was another waits as well. */
    private boolean forward(byte[] bytes, int count, Refusals refusals) throws IOException, InterruptedException {
        return switch (mode.awaitOther(Mode::holdsRequests)) {
            case Mode.Fail() -> refusals.answer(bytes, count);
            case Mode.CutRequest(long most) -> write(bytes, (int) Math.min(count, most - exchange.asked())) == count;
            case Mode.Refuse() -> false;
            case Mode.Pass _, Mode.Hang _, Mode.Delay _, Mode.CutAnswer _, Mode.CutAnswersTo _, Mode.BlackHole _ ->
                write(bytes, count) == count;
        };
    }

    private int write(byte[] bytes, int count) throws IOException {
        exchange.ask(bytes, count);
        server.getOutputStream().write(bytes, 0, Math.max(0, count));
        return count;
    }
}
