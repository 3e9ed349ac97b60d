package io.authsvcs.local.proxy;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** From the server to the client. */
record Answers(Socket server, Socket client, Switch mode, Exchange exchange, Runnable cut) {
    private static final int CHUNK = 8_192;

    void run() throws IOException, InterruptedException {
        byte[] bytes = new byte[CHUNK];
        int count = server.getInputStream().read(bytes);
        while (count > 0 && forward(bytes, count)) {
            count = server.getInputStream().read(bytes);
        }
    }

    /** Whether it goes on. */
    private boolean forward(byte[] bytes, int count) throws IOException, InterruptedException {
        return switch (mode.awaitOther(Mode::holdsAnswers)) {
            case Mode.Delay(Duration length) -> writeAfter(length, bytes, count);
            case Mode.CutAnswer(long most) -> writeAtMost(most, bytes, count);
            case Mode.CutAnswersTo meant
            when meant.isMeant(exchange.beginning()) -> writeAtMost(meant.bytes(), bytes, count);
            case Mode.Refuse() -> false;
            case Mode.Pass _, Mode.Hang _, Mode.Fail _, Mode.CutRequest _, Mode.CutAnswersTo _, Mode.BlackHole _ ->
                write(bytes, count) == count;
        };
    }

    private boolean writeAfter(Duration length, byte[] bytes, int count) throws IOException, InterruptedException {
        if (exchange.answered() == 0) {
            mode.pause(length);
            mode.awaitOther(Mode::holdsAnswers);
        }
        return write(bytes, count) == count;
    }

    private boolean writeAtMost(long most, byte[] bytes, int count) throws IOException {
        int written = write(bytes, (int) Math.min(count, most - exchange.answered()));
        if (written < count) {
            cut.run();
        }
        return written == count;
    }

    private int write(byte[] bytes, int count) throws IOException {
        exchange.answer(count);
        client.getOutputStream().write(bytes, 0, Math.max(0, count));
        return count;
    }
}
