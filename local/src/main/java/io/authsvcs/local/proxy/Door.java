package io.authsvcs.local.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Where connections come in.
 *
 * @param doorman who accepts them
 */
record Door(ServerSocket socket, Future<?> doorman) {
    /** Returns when nobody gets in: a closed socket still listens for as long as somebody accepts from it. */
    void close() {
        try {
            socket.close();
            doorman.get();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while closing a proxy");
        }
    }
}
