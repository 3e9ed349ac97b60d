package io.authsvcs.local.proxy;

import io.authsvcs.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A TCP proxy on a port of its own, of the loopback address; it is told its target when that is known. */
public final class Proxy implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final int port = Ports.choose(0, Set.of());
    private final Switch mode = new Switch();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong cut = new AtomicLong();
    private volatile Optional<InetSocketAddress> target = Optional.empty();
    private Optional<Door> door = Optional.empty();

    private Proxy() {}

    /** Listens, and passes everything on. */
    public static Proxy open() {
        Proxy proxy = new Proxy();
        proxy.listen();
        return proxy;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Connections that come before this was said are closed at once. */
    public void leadTo(InetSocketAddress address) {
        target = Optional.of(address);
    }

    /** From now on, for open connections too. */
    public synchronized void switchTo(Mode next) {
        mode.to(next);
        if (next instanceof Mode.Refuse) {
            hangUp();
        } else if (door.isEmpty()) {
            listen();
        }
    }

    public Mode mode() {
        return mode.mode();
    }

    /** How many connections were accepted. */
    public long accepted() {
        return accepted.get();
    }

    /** How many answers were cut. */
    public long cut() {
        return cut.get();
    }

    /** How many connections are open. */
    public int openNow() {
        return links.size();
    }

    private synchronized void listen() {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
            door = Optional.of(new Door(listening, threads.submit(() -> accept(listening))));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                welcome(listening.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void welcome(Socket client) {
        accepted.incrementAndGet();
        var _ = threads.submit(() -> serve(client));
    }

    private void serve(Socket client) {
        Link link = new Link(client, mode, cut::incrementAndGet);
        links.add(link);
        try {
            target.ifPresent(address -> link.run(address, threads));
        } finally {
            link.close();
            links.remove(link);
        }
    }

    private void hangUp() {
        door.ifPresent(Door::close);
        door = Optional.empty();
        links.forEach(Link::close);
    }

    @Override
    public synchronized void close() {
        hangUp();
        threads.shutdownNow();
    }
}
