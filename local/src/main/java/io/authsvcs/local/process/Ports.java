package io.authsvcs.local.process;

import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Free ports of the loopback address.
 *
 * <p>They are taken from below the range that systems use for outgoing connections (32768 on Linux, 49152 elsewhere):
 * a remembered port is not lost to somebody's connection while its process is being restarted.
 */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int AFTER_LAST = 32_000;
    private static final int TRIES = 1_000;

    private Ports() {}

    /** The preferred port while it is free, else another; 0 prefers none. */
    public static int choose(int preferred, Set<Integer> taken) {
        return preferred != 0 && !taken.contains(preferred) && isFree(preferred) ? preferred : another(taken);
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int another(Set<Integer> taken) {
        return candidates()
                .filter(port -> !taken.contains(port))
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> Fault.failed(
                        "ports",
                        "No port between " + FIRST + " and " + AFTER_LAST + " is free.",
                        "Stop something that listens there."));
    }

    private static IntStream candidates() {
        return RandomGenerator.getDefault().ints(TRIES, FIRST, AFTER_LAST);
    }
}
