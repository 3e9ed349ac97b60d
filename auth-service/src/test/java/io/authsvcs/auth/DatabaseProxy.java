package io.authsvcs.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between an instance and its database, and cuts every connection when a given number of messages has passed: what
 * the database has by then is what it has of an instance that died at that point. Or it keeps all messages back from there
 * on, as an instance does that is frozen.
 */
public final class DatabaseProxy implements AutoCloseable {
    private static final int NEVER = -1;

    private final ServerSocket server;
    private final URI database;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger(NEVER);
    private final AtomicLong passed = new AtomicLong();
    private volatile boolean withAnswer;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private DatabaseProxy(URI database) throws IOException {
        this.database = database;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public static DatabaseProxy before(String databaseUrl) {
        try {
            return new DatabaseProxy(URI.create(databaseUrl));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The database's URL by way of here. */
    public String url() {
        return database.toString().replace(":" + database.getPort() + "/", ":" + server.getLocalPort() + "/");
    }

    /** Cuts when so many messages more have been sent; the last one does, or doesn't, reach the database. */
    public void cutAfter(int messages, boolean lastArrives) {
        withAnswer = lastArrives;
        left.set(messages);
    }

    /** Lets everything pass again; whether there was a cut. */
    public boolean mend() {
        return left.getAndSet(NEVER) == 0;
    }

    /**
     * Keeps everything back, in both directions, from so many messages on, as if the instance were stopped: until {@link
     * #release}.
     */
    public void holdAt(int message) {
        withAnswer = false;
        gate = new CountDownLatch(1);
        left.set(message);
    }

    public boolean isHolding() {
        return left.get() == 0 && gate.getCount() > 0;
    }

    /** Lets everything pass again, what was kept back first; whether anything was. */
    public boolean release() {
        boolean held = mend();
        gate.countDown();
        return held;
    }

    /** How many messages the instances have sent by now. */
    public long passed() {
        return passed.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket upstream = new Socket(database.getHost(), database.getPort());
                sockets.add(client);
                sockets.add(upstream);
                Thread.ofVirtual().start(() -> forward(client, upstream, true));
                Thread.ofVirtual().start(() -> forward(upstream, client, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void forward(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (counted) {
                    passed.incrementAndGet();
                }
                boolean last = counted && isLast();
                if (isHolding()) {
                    gate.await();
                } else if (left.get() == 0 && !(last && withAnswer)) {
                    cut();
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
                if (last) {
                    cut();
                    return;
                }
            }
        } catch (IOException closed) {
            // The other end has gone, which ends this one.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isLast() {
        return left.getAndUpdate(messages -> messages > 0 ? messages - 1 : messages) == 1;
    }

    private void cut() throws IOException {
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
